"""What pyproject.toml cannot say: each build begins in an empty folder.

Otherwise setuptools goes on in `build/`, and a file that was renamed or removed since the last
build is installed once more.
"""

from tempfile import TemporaryDirectory

from setuptools import setup
from setuptools.command.build import build

FOLDER = TemporaryDirectory(prefix="explainer-build-")
"""Removed when the build ends."""


class FreshBuild(build):
    """Builds in a folder of its own."""

    def initialize_options(self) -> None:
        """Set where to build."""
        super().initialize_options()
        self.build_base = FOLDER.name


setup(cmdclass={"build": FreshBuild})
