"""最后 that thanks, and words that make the meeting a beginning: the speech's end, not its last unit."""

from drafter.speech import parse_speech

_BODY = """老师们：
下周就是运动会，我讲几点意见。
首先，场地要安排妥当。操场、礼堂、教室三处都要提前腾空，桌椅当天摆好。
其次，安全要落到人头。每个出入口安排两名值班教师，名单今晚报教务处。
再次，饮食要吃得放心。食堂当天的菜单提前公示，留样由校医保管。
"""


def test_last_that_thanks_is_the_farewell() -> None:
    farewell = "最后，我想对各位老师说一句心里话。孩子们盼了一个学期，请多一点耐心。谢谢大家！"
    speech = parse_speech(_BODY + farewell)
    assert [unit.number for unit in speech.sections] == [1, 2, 3]
    assert len(speech.closing) == 1


def test_last_that_demands_is_the_last_point() -> None:
    speech = parse_speech(_BODY + "最后，要把收尾工作做干净。活动结束后一小时内清场，器材逐件归库。")
    assert [unit.number for unit in speech.sections] == [1, 2, 3, 4]
    assert speech.closing == ()


def test_a_meeting_made_a_beginning_is_the_end() -> None:
    speech = parse_speech(
        "一、管好库房\n库房每周检查一次，温湿度每天记录。\n二、用好档案\n查阅窗口周六不打烊，群众来一次就能办好。\n"
        "会后各科室要列出清单，缺一份补一份，月底前交办公室。\n"
        "存史就是存根脉。大家要以这次会议为新的起点，守好自己的柜、尽到自己的责。"
    )
    assert len(speech.closing) == 1
    assert len(speech.sections[-1].paragraphs) == 2
