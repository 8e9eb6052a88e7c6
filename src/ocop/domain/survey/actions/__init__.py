"""Writing survey sheets: the acts on one sheet, and bringing it into the register."""
