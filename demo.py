"""The web page: `python demo.py`. All of it is in `service/ui`."""

from service.cli import main

if __name__ == "__main__":
    import sys

    sys.argv[1:1] = ["demo"]
    main()
