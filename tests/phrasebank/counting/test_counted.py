from __future__ import annotations

import random

from phrasebank.counting import clauses_of, count_phrases, tokenize
from phrasebank.counting.corpus import Speech
from phrasebank.counting.counted import SOURCES, Counted, count
from phrasebank.counting.known import count_known

from .speeches import CLOSERS, FIXED, OPENERS, sentences, speech


def by_text(counted: list[Counted]) -> dict[str, Counted]:
    return {one.text: one for one in counted}


def test_finds_the_phrases_of_a_folder_with_their_counts() -> None:
    found = by_text(count(map(speech, range(12))))
    told = [text for number in range(12) for text in sentences(number)]
    for opener in OPENERS:
        places = sum(text.startswith(opener) for text in told)
        assert found[opener].occurrences == places
        assert len(found[opener].speeches) <= 12
        assert found[opener].unit == "phrase"


def test_finds_a_formula_clause_by_clause_and_not_its_halves() -> None:
    found = by_text(count(map(speech, range(12))))
    assert found[FIXED].unit == "formula"
    assert found[FIXED].occurrences == 6
    assert found[FIXED].speeches == (0, 2, 4, 6, 8, 10)
    assert not [text for text in found if text != FIXED and text in FIXED]


def test_every_place_is_where_the_words_are() -> None:
    counted = count(map(speech, range(12)))
    assert counted
    for one in counted:
        for number, paragraph, start, end in one.places:
            assert sentences(number)[paragraph][start:end] == one.text


def test_remembers_a_place_in_each_of_the_first_speeches_only() -> None:
    found = by_text(count(speech(number, ["压实包保责任，把账算到户里"] * 2) for number in range(60)))
    one = found["压实包保责任，把账算到户里"]
    assert one.occurrences == 120
    assert len(one.speeches) == 60
    assert [place[0] for place in one.places] == list(range(SOURCES))


def test_places_are_as_narrow_as_slots_allow() -> None:
    # Printed: 临江市要压实包保责任，管好318座山塘水库 with the place and the figure masked.
    text = "{place}要压实包保责任，管好{number}座山塘水库"
    said = Speech(0, clauses_of([(2, 5, 27, "point.duty", tokenize(text))]))
    others = [speech(number, ["压实包保责任", "山塘水库"]) for number in (1, 2, 3)]
    found = by_text(count([said, *others]))
    # Behind one slot and before another: no narrower than the sentence.
    assert found["压实包保责任"].places[0][1:] == (2, 5, 27)
    assert found["山塘水库"].places[0][1:] == (2, 23, 27)


def test_the_move_is_what_most_of_its_sentences_do() -> None:
    texts = ["压实包保责任，把账算到户里"]
    moves = ["point.duty", "point.measure", "point.duty", "closing.call", "point.duty"]
    counted = count(speech(number, texts, move) for number, move in enumerate(moves))
    assert {one.move for one in counted} == {"point.duty"}


def test_the_order_of_speeches_changes_only_which_places_are_remembered() -> None:
    numbers = list(range(30))
    first = count(map(speech, numbers))
    random.Random(7).shuffle(numbers)
    second = count(map(speech, numbers))

    def counts(counted: list[Counted]) -> list[tuple[object, ...]]:
        return [(*one[:5], sorted(one.speeches), one.quality) for one in counted]

    assert counts(first) == counts(second)


def test_cuts_no_phrase_short() -> None:
    texts = ["生态环境质量持续改善", "生态环境质量持续向好", "生态环境质量持续提升", "保护生态环境质量"]
    found = by_text(count(speech(number, texts) for number in range(5)))
    assert "生态环境质量持续" not in found
    assert "持续改善" not in found


def test_cuts_no_list_in_two() -> None:
    texts = ["打好蓝天、碧水、净土保卫战", "管好山塘水库，守住家门", "家家管好山塘水库"]
    texts += ["离不开村委会、居委会和业委会的支持", "依靠村委会、居委会和业委会共同出力"]
    found = by_text(count(speech(number, texts) for number in range(6)))
    assert "管好山塘水库" in found
    assert not [text for text in found if text.endswith("打好蓝天") or text.startswith("居委会和")]


def test_holds_nothing_specific_outside_its_slots() -> None:
    texts = [
        "压实包保责任",
        "{place}要压实包保责任",
        "东山县茶园提质不能等",
        "完成投资318万元的山塘水库",
        "由周明远书记牵头抓到底",
    ]
    found = count(speech(number, texts) for number in range(6))
    assert found
    assert not [one.text for one in found if "东山县" in one.text or "318" in one.text or "书记" in one.text]


def test_formulae_that_are_nearly_the_same_are_one() -> None:
    one = "把防汛责任压到每一座山塘水库的巡查员身上"
    other = "把防汛责任落到每一座山塘水库的巡查员身上"
    speeches = [speech(number, [one] if number < 5 else [other]) for number in range(9)]
    found = [row for row in count(speeches) if row.unit == "formula"]
    assert [(row.text, row.occurrences, len(row.speeches)) for row in found] == [(one, 9, 9)]


def test_known_phrases_are_counted_in_new_speeches_as_a_full_count_does() -> None:
    counted = count(map(speech, range(40)))
    new = [speech(number) for number in range(40, 50)]
    known = [(number, one.text) for number, one in enumerate(counted)]
    more = count_known(known, new)
    again = by_text(count(map(speech, range(50))))
    for number, one in enumerate(counted):
        occurrences, speeches = more.get(number, (0, 0))
        assert again[one.text].occurrences == one.occurrences + occurrences
        assert len(again[one.text].speeches) == len(one.speeches) + speeches


def test_of_no_speeches_there_is_nothing() -> None:
    assert count([]) == []
    assert count([Speech(1, "")]) == []
    assert count_known([(1, "压实包保责任")], []) == {}
    assert count_known([], [speech(1)]) == {}


def test_slots_are_alike_whichever_they_were_in_their_sentence_and_numbered_anew() -> None:
    first = "新建山塘水库{number}座、改造老旧泵站{number2}处"
    second = "完成投资{number}，新建山塘水库{number2}座、改造老旧泵站{number3}处"
    found = by_text(count(speech(number, [first if number % 2 else second]) for number in range(8)))
    assert found[first].occurrences == 8
    assert not [text for text in found if "{number3}" in text]
    known = [(7, first)]
    assert count_known(known, [speech(1, [first]), speech(2, [second])]) == {7: (2, 2)}


def test_phrases_of_plain_text_come_best_first() -> None:
    speeches = [[tokenize(text) for text in sentences(number)] for number in range(12)]
    found = count_phrases(speeches)
    counted = count(map(speech, range(12)))
    assert sorted((one.id, one.occurrences) for one in found) == [
        (one.id, one.occurrences) for one in counted
    ]
    wide = {one.text for one in found[:5]}
    assert wide <= {*OPENERS, *CLOSERS, FIXED}
