"""Which words bring a quotation: before it, behind it, in the paragraph above, or none."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.attribute.frames import Report
from dateline.attribute.page import Page
from dateline.attribute.quotes import Quotation
from dateline.lexicon.reporting import ReportingWord, reporting_word, words_for
from dateline.records.text import Span, Token

FARTHEST = 250
"""A cue farther from its quotation than so many characters is none."""
SCARE = 3
"""A quotation of so few words, which nobody is said to say, is in scare quotes."""
FULL_STOPS = frozenset({".", "!", "?"})
SPEECH_ENDS = ",.?!…—-"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})


@dataclass(slots=True)
class Turn:
    """Quotations that one speaker speaks in one go, and the words that bring them: `report` is None for a bare one."""

    pieces: list[Quotation]
    report: Report | None
    carried: Span | None = None
    """The source of the quotation before, which a bare one continues."""


@dataclass(slots=True)
class Linker:
    """Reads the quotations of a page from first to last."""

    page: Page
    turns: list[Turn] = field(default_factory=list)

    def read(self) -> list[Turn]:
        """The turns of the page, each full quotation in one of them."""
        for number, quotation in enumerate(self.page.quotations):
            before = self.page.quotations[number - 1] if number else None
            if before and before.turn == quotation.turn and self.turns and self.turns[-1].pieces[-1] == before:
                self.turns[-1].pieces.append(quotation)
            elif is_speech(self.page, quotation):
                after = self.page.quotations[number + 1] if number + 1 < len(self.page.quotations) else None
                self.place(before, quotation, after)
        return self.turns

    def place(self, before: Quotation | None, quotation: Quotation, after: Quotation | None) -> None:
        """Puts a quotation in the turn that it continues, or in a new one."""
        lead_start, tail_end = room(self.page, before, quotation, after)
        report = cue_for(self.page, quotation, lead_start, tail_end)
        last = self.turns[-1] if self.turns else None
        if last and report is not None and last.report is not None and report.at == last.report.at:
            last.pieces.append(quotation)
        elif report is not None:
            self.turns.append(Turn([quotation], report))
        elif last and last.pieces[-1] == before and before and self.goes_on(last, last.pieces[-1], quotation):
            last.pieces.append(quotation)
        elif stands_alone(self.page, quotation):
            above = cue_above(self.page, quotation)
            self.turns.append(Turn([quotation], above, None if above or not last else source_of(last)))
        elif is_sentence(self.page, quotation) and (source := source_before(self.page, quotation)):
            self.turns.append(Turn([quotation], None, source))

    def goes_on(self, last: Turn, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation continues the one before it: nothing but the cue's clause between."""
        if before.paragraph != quotation.paragraph or quotation.start - before.end > 2 * FARTHEST:
            return False
        between = self.page.text[before.end : quotation.start]
        if not any(letter.isalnum() for letter in between):
            return True
        held = last.report is not None and before.end <= last.report.at < quotation.start
        return held and self.page.sentences_between(last.report.at if last.report else 0, quotation.start) == 0


def room(page: Page, before: Quotation | None, quotation: Quotation, after: Quotation | None) -> tuple[int, int]:
    """Where the words before a quotation start and those behind it end, outside other quotations."""
    paragraph = page.paragraphs[quotation.paragraph]
    start, end = max(paragraph.start, quotation.start - FARTHEST), min(paragraph.end, quotation.end + FARTHEST)
    if before and is_speech(page, before):
        start = max(start, before.end)
    return start, min(end, after.start) if after and is_speech(page, after) else end


def is_speech(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's whole words, not a few of them built into another's sentence."""
    text = page.text
    inner = text[quotation.start + 1 : quotation.end - 1 if quotation.closed else quotation.end].strip(" '`\n")
    if not inner:
        return False
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip()
    behind = text[quotation.end : quotation.end + 1]
    opens = quotation.start == page.paragraphs[quotation.paragraph].start or before[-1:] in set(',:.?!;—–-”"’)')
    if not opens and not (inner[:1].isupper() and quotation.words(text) > SCARE and follows_verb(page, quotation)):
        return False
    ends = inner[-1] in SPEECH_ENDS or behind in {"", ".", ",", ";", "\n", "—"}
    return ends and (quotation.words(text) > SCARE or inner[-1] in ",?!." or before[-1:] == ":")


def follows_verb(page: Page, quotation: Quotation) -> bool:
    """Whether a word that reports quotations stands right before the opening mark."""
    near = page.tokens_between(quotation.start - 12, quotation.start)
    return bool(near) and speaks(near[-1]) is not None


def speaks(token: Token) -> ReportingWord | None:
    """The entry of a verb that brings quotations; None for other words."""
    word = reporting_word(token.lemma.lower(), "verb") if token.tag.startswith("V") else None
    return word if word and "quote" in word.frames else None


def cue_for(page: Page, quotation: Quotation, start: int, end: int) -> Report | None:
    """The report in whose words a quotation stands."""
    last = page.text[quotation.start : quotation.end].rstrip("\"”’'»` ")[-1:]
    behind = cue_behind(page, quotation, end) if last != "." or not quotation.closed else None
    if behind is not None and last == ",":
        return behind
    return cue_before(page, quotation, start) or behind


def cue_behind(page: Page, quotation: Quotation, end: int) -> Report | None:
    """The report behind a quotation: ", the minister said", ", said the minister"."""
    tokens = page.tokens_between(quotation.end, end)
    for place, token in enumerate(tokens):
        if token.text in {".", "!", "?", ";"} or (place and token.start in page.sentence_starts_set and place > 1):
            return None
        if is_quoted(tokens, place):
            word = reporting_word("quote", "verb")
            cue = Span(token.start, token.end)
            return Report(token.start, word, beside(tokens, place), cue, ()) if word is not None else None
        if token.tag in FINITE and (token.pos == "VERB" or speaks(token)):
            word = speaks(token)
            if word is None and page.text[quotation.end - 2 : quotation.end - 1] != ",":
                return None
            return completed(page, token, word or reporting_word("say", "verb"), tokens, place)
        if token.pos == "PUNCT" and token.text in {",", ":"} and place == 0:
            continue
    return None


def is_quoted(tokens: list[Token], place: int) -> bool:
    """Whether a verb tells that its subject is quoted: ", the minister was quoted as saying"."""
    is_passive = tokens[place].tag == "VBN" and any(one.pos == "AUX" for one in tokens[:place])
    return is_passive and tokens[place].lemma in words_for("quoted")


def completed(page: Page, token: Token, word: ReportingWord | None, tokens: list[Token], place: int) -> Report | None:
    """The report of a verb behind a quotation; its source from the words around it where the grammar shows none."""
    known = next(iter(page.reports_between(token.start, token.start + 1)), None)
    source = known.source if known else None
    if source is None or source.start < tokens[0].start - 1:
        source = beside(tokens, place)
    if word is None:
        return None
    cue = known.cue if known else Span(token.start, token.end)
    return Report(token.start, known.word if known else word, source, cue, ())


def beside(tokens: list[Token], place: int) -> Span | None:
    """The noun phrase between a quotation and its verb, else the one behind the verb."""
    left = [one for one in tokens[:place] if one.pos not in {"AUX", "ADV"}]
    while left and left[0].pos == "PUNCT":
        left.pop(0)
    while left and left[-1].pos == "PUNCT":
        left.pop()
    if any(one.pos in NOUNS for one in left):
        return Span(left[0].start, left[-1].end)
    right: list[Token] = []
    for one in tokens[place + 1 :]:
        if one.pos in {"PUNCT", "VERB", "SCONJ"} or (one.pos == "ADP" and one.text.lower() != "of"):
            break
        right.append(one)
    return Span(right[0].start, right[-1].end) if any(one.pos in NOUNS for one in right) else None


def cue_before(page: Page, quotation: Quotation, start: int) -> Report | None:
    """The report before a quotation: "The minister said:", "He added that"."""
    lead = page.text[start : quotation.start].rstrip()
    if not lead or lead[-1] in '.?!”"':
        return None
    for report in reversed(page.reports_between(start, quotation.start)):
        if page.sentences_between(report.at + 1, quotation.start) and lead[-1] not in ":,":
            return None
        if report.word.pos == "phrase" or page.quotation_at(report.at) or report.source is None:
            continue
        if "quote" in report.word.frames or lead[-1] == ":":
            return report
    return None


def cue_above(page: Page, quotation: Quotation) -> Report | None:
    """The report in the paragraph above, where that ends with a colon."""
    if quotation.paragraph == 0:
        return None
    above = page.paragraphs[quotation.paragraph - 1]
    if page.text[above.end - 1] != ":":
        return None
    found = [one for one in page.reports_between(max(above.start, above.end - FARTHEST), above.end) if one.source]
    return found[-1] if found else None


def stands_alone(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation starts its paragraph and fills most of it."""
    paragraph = page.paragraphs[quotation.paragraph]
    fills = 10 * (quotation.end - quotation.start) >= 8 * (paragraph.end - paragraph.start)
    return quotation.start == paragraph.start and fills and quotation.words(page.text) > SCARE


def is_sentence(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own: nothing of another stands before or behind it."""
    inner = page.text[quotation.start : quotation.end].rstrip("\"”’'»` ")[-1:]
    before = page.text[max(0, quotation.start - 3) : quotation.start].rstrip()[-1:]
    behind = page.text[quotation.end : quotation.end + 3].lstrip(" ")[:1]
    is_whole = inner in FULL_STOPS and before in FULL_STOPS and not behind.islower() and behind not in {",", ";"}
    return is_whole and quotation.words(page.text) > SCARE


def source_before(page: Page, quotation: Quotation) -> Span | None:
    """Who says something in the sentence before, of whose words a bare quotation behind it is taken to be."""
    paragraph = page.paragraphs[quotation.paragraph]
    found = [
        one
        for one in page.reports_between(max(paragraph.start, quotation.start - 2 * FARTHEST), quotation.start)
        if one.source and "quote" in one.word.frames and page.sentences_between(one.at + 1, quotation.start) == 0
    ]
    return found[0].source if found else None


def source_of(turn: Turn) -> Span | None:
    """The source of a turn, its own or the one that it continues."""
    return turn.report.source if turn.report else turn.carried
