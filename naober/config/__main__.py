from naober.config.cli import main

main()
