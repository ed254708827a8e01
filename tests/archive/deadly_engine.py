"""An engine that ends its process at one word, as a crash in a native library or a kill for memory does."""

import multiprocessing
import os

from service.engines import TRANSLATORS
from service.engines.echo import EchoTranslator

TRANSLATORS["deadly"] = "deadly_engine:DeadlyTranslator"


class DeadlyTranslator(EchoTranslator):
    name = "deadly"

    def translate(self, sentences, decoding, /):
        if any("poudrière" in s for s in sentences) and multiprocessing.parent_process():
            os._exit(9)
        return super().translate(sentences, decoding)
