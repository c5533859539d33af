"""Nearness of ads."""

from channels.public.similar import similar


def test_shared_words_then_the_pay_family(publish):
    closed = publish(title="Sachbearbeitung Wohngeld", pay_group="E 9b")
    same_words = publish(title="Sachbearbeitung Kita", pay_group="S 8b")
    same_family = publish(title="Gartenbau", pay_group="E 5")
    far = publish(title="Erziehung", pay_group="S 8a")
    others = [far, same_family, same_words, closed]
    assert similar(closed, others) == [same_words, same_family, far]
    assert similar(closed, others, count=1) == [same_words]
