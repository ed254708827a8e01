"""How English writes a quantity: its currency, its scale, its unit."""

from __future__ import annotations

CURRENCY = r"(?:US\$|C\$|A\$|CA\$|[$€£¥]|(?:EUR|USD|GBP|CHF|MAD|XOF|CFAF|FCFA)\s?)"
SCALE = r"(?:\s(?:thousand|million|billion|trillion|bn|m)\b)"
UNIT = (
    r"(?:\s?%|\s(?:per\s?cent|percent|percentage points?|points?)\b"
    r"|\s(?:euros?|dollars?|pounds?|dirhams?|dinars?|(?:CFA|Swiss|Congolese|Guinean|Rwandan) francs?|francs?)\b"
    r"|-(?:kilometre|metre|hectare|tonne|litre|bed|seat|page|storey)(?![\w-])"
    r"|\s?(?:km²?|kilometres?|metres?|hectares?|ha|tonnes?|MW|GW|kWh|TWh|m²|litres?|barrels?|basis points?|°C"
    r"|(?:[kmµμ]?g|m?[lL])(?:/(?:kg|[lL]|m³))?)(?!\w))"
)
