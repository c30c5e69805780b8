"""The contract on the import order, with its layers taken from the one list of the house."""

from typing import Any

from importlinter.contracts.layers import LayersContract

from guards import house


class HouseContract(LayersContract):
    """An ordinary layers contract whose `layers` need not, and may not, be written down again."""

    type_name = "house"

    def __init__(self, name: str, session_options: dict[str, Any], contract_options: dict[str, Any]) -> None:
        layers = [" | ".join(layer) for layer in house.layers()]
        super().__init__(name, session_options, contract_options | {"layers": layers})
