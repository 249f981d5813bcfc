"""The dialog in which somebody exports what he may see."""
