"""The register taken along: as a sheet, as cards for a telephone, as labels for envelopes."""
