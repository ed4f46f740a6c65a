"""Reports of runs: HTML, Excel, and the README's figures."""
