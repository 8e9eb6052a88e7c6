"""The nation's products regrouped between the units before and after 1 July 2025."""
