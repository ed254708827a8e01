"""How the embedded model is made: pairs in, a Hugging Face folder out. See README.md."""
