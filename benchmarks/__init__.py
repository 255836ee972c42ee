"""How fast the app is, as ratios within one run; see README.md."""
