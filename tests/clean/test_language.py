"""The language of short texts: a sentence is enough where nothing in it is English, a row of names is not."""

from __future__ import annotations

import pytest

from dateline.clean.language import foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La policía detuvo a veinte manifestantes en la plaza mayor de Caracas el lunes por la noche.", "es"),
        ("Die Polizei hat am Montag in Berlin zwanzig Demonstranten festgenommen.", "de"),
        ("La police a arrêté vingt manifestants lundi soir sur la place.", "fr"),
        ("Полиция задержала двадцать демонстрантов на площади в понедельник.", "ru"),
        ("Polis pazartesi günü meydanda yirmi göstericiyi gözaltına aldı.", "tr"),
    ],
)
def test_a_foreign_sentence_is_seen(text: str, language: str) -> None:
    assert foreign(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Suicide bomber kills dozens, wounds scores, police chief Abdullahi Yerima confirms",
        "Taliban insurgents storm police compound Kunduz, kill seven",
        "Abdel Fattah al-Burhan, Mohamed Hamdan Dagalo, Hassan Sheikh Mohamud, Omar al-Bashir",
        "Jean-Pierre Bemba, Moïse Katumbi Chapwe, Étienne Tshisekedi wa Mulumba",
        "Hadi loyalists recapture Taiz citadel; Houthi rebels retreat",
        "La policía detuvo a veinte",
        "Mr. García said: 'La policía detuvo a veinte manifestantes.'",
        "",
        "12 - 13 % 14 \x00",
    ],
)
def test_headlines_and_scraps_are_not_judged(text: str) -> None:
    assert foreign(text) is None
