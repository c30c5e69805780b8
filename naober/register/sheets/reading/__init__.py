"""From what somebody pasted or uploaded to rows of cells, columns and values. No Django."""
