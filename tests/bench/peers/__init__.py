"""Other site generators the build is compared with, one module a tool."""
