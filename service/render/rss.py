"""RSS 2.0: one item for each brief. No clock is read, so a feed has no build date of its own."""

from __future__ import annotations

import datetime
import email.utils
import hashlib

from service.render.characters import line
from service.render.characters import markup as xml
from service.render.digest import Digest, arrange, day_of
from service.render.sheet import Sheet, address, notice
from service.render.themes import theme
from service.types import Brief

_NOWHERE = "urn:depeche:briefs"  # a channel must have a link, also where no source has an address


def brief(brief: Brief, dates: str) -> str:
    return digest(arrange([brief], title=line(brief.headline.text) or "Brief", dates=dates), dates)


def digest(digest: Digest, dates: str) -> str:
    link = next((address(line(e.brief.source)) for e in digest.entries if address(e.brief.source)), _NOWHERE)
    items = "".join(_item(entry.brief, entry.sheet) for entry in digest.entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">\n<channel>\n'
        f"<title>{xml(digest.title)}</title>\n<link>{xml(link)}</link>\n"
        "<description>French press releases as short English briefs</description>\n<language>en</language>\n"
        f"<generator>Dépêche</generator>\n{items}</channel>\n</rss>\n"
    )


def _item(brief: Brief, laid_out: Sheet) -> str:
    alarm = "⚠ Check before use: " if laid_out.severe else ""
    link = f"<link>{xml(address(laid_out.source))}</link>\n" if address(laid_out.source) else ""
    published = _rfc822(day_of(brief))
    return (
        f"<item>\n<title>{xml(alarm + laid_out.headline.text)}</title>\n{link}"
        f"<description>{xml(_description(laid_out))}</description>\n<category>{xml(theme(brief))}</category>\n"
        f'<guid isPermaLink="false">{_identity(brief)}</guid>\n'
        + (f"<pubDate>{published}</pubDate>\n" if published else "")
        + "</item>\n"
    )


def _description(laid_out: Sheet) -> str:
    """HTML, which the feed then holds escaped."""
    warnings = notice(laid_out.severe)
    parts = [f"<p><strong>Check before use:</strong> {xml(' '.join(warnings))}</p>"] if warnings else []
    parts += [f"<p>{xml(text)}</p>" for text in (laid_out.dateline, laid_out.lead.text) if text]
    if laid_out.points:
        parts.append("<ul>" + "".join(f"<li>{xml(point.text)}</li>" for point in laid_out.points) + "</ul>")
    if laid_out.quote:
        parts.append(f"<blockquote>{xml(laid_out.quote.text)} — {xml(laid_out.quote.label)}</blockquote>")
    return "".join(parts)


def _identity(brief: Brief) -> str:
    """The same for the same release however it was briefed, so that a reader's program shows no item twice."""
    text = "\x00".join([brief.source, *(p.french for p in brief.passages)])
    if not brief.passages:
        text += "\x00" + brief.headline.text
    return "urn:depeche:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _rfc822(iso: str) -> str:
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:  # a month or a year alone is no day
        return ""
    midnight = datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
    return email.utils.format_datetime(midnight)
