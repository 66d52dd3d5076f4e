from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadConfig, BadInput
from dateline.parse.conllu import read_conllu
from dateline.parse.spacy import MODEL, ParseText, blocks_of, open_model
from dateline.parse.titles import is_titled
from dateline.parse.words import LONGEST, blocks, is_shouted, is_wrapped
from dateline.records.article import Article
from dateline.records.reading import Reading
from dateline.records.text import Skipped, Span

TREE = """
1	Rebels	rebel	NOUN	NNS	_	2	nsubj	_	_
2	shelled	shell	VERB	VBD	_	0	root	_	_
3	Goma	Goma	PROPN	NNP	_	2	dobj	_	Entity=GPE|SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_
"""


def parsed(text: str, skipped: tuple[Skipped, ...] = ()) -> Reading:
    return ParseText()(Reading(Article("a", text), skipped=skipped))


def test_conllu_gives_text_and_tree() -> None:
    text, (sentence,) = read_conllu(TREE)
    assert text == "Rebels shelled Goma."
    assert [token.of(text) for token in sentence.tokens] == ["Rebels", "shelled", "Goma", "."]
    assert [token.head for token in sentence.tokens] == [1, 1, 1, 1]
    assert (sentence.tokens[2].entity, sentence.tokens[1].relation) == ("GPE", "root")


@pytest.mark.parametrize("source", ["1\tRebels", TREE.replace("2\tdobj", "9\tdobj")])
def test_broken_conllu_names_the_line(source: str) -> None:
    with pytest.raises(BadInput, match="line"):
        read_conllu(source)


@settings(deadline=None)  # the first call opens the lexicon
@given(st.text(max_size=300))
def test_tokens_stand_where_they_say(text: str) -> None:
    for sentence in parsed(text).sentences:
        assert sentence.tokens
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)


def test_names_are_joined_before_tagging() -> None:
    [sentence] = parsed("IS vows to defeat Russia.").sentences
    assert (sentence.tokens[0].text, sentence.tokens[0].pos) == ("IS", "PROPN")
    assert (sentence.tokens[1].lemma, sentence.tokens[1].relation) == ("vow", "root")


def test_skipped_words_are_not_parsed() -> None:
    text = "CAIRO (Wire) - Police made arrests."
    [sentence] = parsed(text, (Skipped(0, 15, "dateline"),)).sentences
    assert sentence.of(text) == "Police made arrests."


def test_capitals_are_read_as_plain_text() -> None:
    [sentence] = parsed("GUERRILLAS ATTACKED THE POWER STATION NEAR THE CAPITAL.").sentences
    assert sentence.tokens[1].lemma == "attack"
    assert sentence.tokens[1].text == "ATTACKED"


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "The rebels said on Sunday\nthat they had left the town\nand would not return."
    assert is_wrapped(wrapped)
    assert len(blocks(wrapped, ())) == 1
    assert len(blocks("The rebels left.\nThe army came.", ())) == 2


def test_no_block_is_endless() -> None:
    assert all(block.end - block.start <= LONGEST for block in blocks("word " * 20_000, ()))
    assert all(block.end - block.start <= LONGEST for block in blocks("x" * 90_000, ()))


def test_skipping_cuts_a_block() -> None:
    assert blocks("one two three", (Skipped(4, 7, "link"),)) == [Span(0, 4), Span(7, 13)]


def shown(text: str) -> str:
    """A text in capitals as the parser is shown it."""
    [words] = blocks_of(Reading(Article("a", text)), MODEL)
    return " ".join(word.shown for word in words)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "THE MAYOR OF PUERTO NUEVO, RAMIRO QUIJANO, WAS SHOT.",
            "The mayor of Puerto Nuevo , Ramiro Quijano , was shot .",
        ),
        ("REBELS FLED TO LIMA. THEY BEGAN TALKS ON MONDAY.", "Rebels fled to Lima . They began talks on Monday ."),
        ("COLONEL JUAN GALAN SAID SOLDIERS WOUNDED HIM.", "Colonel Juan Galan said soldiers wounded him ."),
        ("O'HIGGINS AND D'AVILA MET AT FIVE O'CLOCK.", "O'Higgins and D'Avila met at five o'clock ."),
        ("TWO POLICEMEN AND THREE GUARDSMEN FLED.", "Two policemen and three guardsmen fled ."),
        ("IT MAY RAIN ON 12 MAY IN THE CITY OF FLORES.", "It may rain on 12 May in the city of Flores ."),
        ("TROOPS LEFT NORTH KIVU FOR NEW BASES IN MAY.", "Troops left North Kivu for new bases in May ."),
        ("THE FPLN TOLD US THAT I MUST LEAVE THE VILLAGE.", "The FPLN told us that I must leave the village ."),
    ],
)
def test_capitals_become_plain_text(text: str, plain: str) -> None:
    assert shown(text) == plain


def test_a_few_capitals_are_no_shouting() -> None:
    assert not is_shouted("NATO and the UN met in Brussels on Monday.")


def test_a_missing_model_is_bad_config() -> None:
    with pytest.raises(BadConfig, match="no_such_model"):
        open_model("no_such_model")


def test_headlines_in_title_case_are_read_as_plain_text() -> None:
    [sentence] = parsed("Russia Launches Strikes On Rebels In Syria").sentences
    assert [(token.text, token.pos) for token in sentence.tokens[:2]] == [("Russia", "PROPN"), ("Launches", "VERB")]
    assert sentence.tokens[1].lemma == "launch"


def test_a_list_of_names_is_no_headline() -> None:
    assert not is_titled(["Sergei", "Lavrov", "John", "Kerry", "Ban", "Federica", "Mogherini"])
