"""Sentences from templates: numbers, dates, times, names and commands. All randomness comes from the given generator."""

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen").split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split()
ORDINALS += ["twenty " + ordinal for ordinal in ORDINALS[:9]] + ["thirtieth", "thirty first"]
MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
FIRST_NAMES = ("anna james mary john linda robert susan michael sarah david emma william olivia thomas sophie daniel laura "
               "peter alice george helen kevin julia frank maria paul nancy mark karen steven lisa edward rachel brian kate "
               "henry jane oliver grace samuel lucy jack ella ryan amy eric").split()
LAST_NAMES = ("smith johnson brown taylor miller davis wilson moore anderson thomas jackson white harris martin thompson "
              "clark lewis walker hall allen young king wright hill green baker adams nelson carter mitchell parker evans "
              "collins stewart morris rogers cook bell murphy bailey cooper").split()
CITIES = ("london paris boston chicago denver dallas seattle austin berlin madrid rome vienna oslo dublin glasgow manchester "
          "toronto sydney tokyo houston portland atlanta phoenix miami").split()
ROOMS = ["kitchen", "bedroom", "living room", "bathroom", "garage", "hallway", "office", "garden", "basement"]
THINGS = "light lights lamp fan heater television radio music speaker door window alarm heating blinds oven coffee machine".split()
FOODS = ("pizza coffee tea bread milk eggs cheese apples chicken rice soup salad pasta fish butter water juice bananas "
         "sugar").split()
ADJECTIVES = ("big small red blue green black white old new fast slow warm cold good bad nice happy quiet loud bright dark "
              "heavy light long short").split()
NOUNS = ("car house book table phone computer dog cat tree river road school train bus plane meeting letter picture box key "
         "bottle chair").split()
SHORT_COMMANDS = """play|stop|pause|next|skip|volume up|volume down|go back|cancel|yes|no|okay|hello|help|repeat that|thank you
|goodbye|good morning|good night|yes please|no thank you|never mind|start recording|stop recording|open the file
|close the window|delete the message|send the email|save|undo|select all|copy|paste|scroll down|scroll up""".replace("\n", "").split("|")


def number(value, rng):
    """The words of an integer below a thousand million."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + ("" if value % 10 == 0 else " " + ONES[value % 10])
    for size, name in ((10 ** 6, "million"), (1000, "thousand")):
        if value >= size:
            rest = "" if value % size == 0 else " " + number(value % size, rng)
            return f"{number(value // size, rng)} {name}{rest}"
    rest = "" if value % 100 == 0 else rng.choice([" ", " and "]) + number(value % 100, rng)
    return f"{ONES[value // 100]} hundred{rest}"


def digits(count, rng):
    """Spoken digits, now and then `oh` for zero."""
    return " ".join(rng.choice(ONES[:10] + (["oh"] if rng.random() < 0.1 else [])) for _ in range(count))


def time_of_day(rng):
    hour = number(rng.randint(1, 12), rng)
    return rng.choice([
        hour + " o'clock", hour + " " + number(rng.choice(range(5, 60, 5)), rng), "half past " + hour, "quarter to " + hour,
        "quarter past " + hour, hour + " " + rng.choice(["a m", "p m"]),
        rng.choice(["ten", "five", "twenty"]) + rng.choice([" past ", " to "]) + hour])


def date(rng):
    month, ordinal, day = rng.choice(MONTHS), rng.choice(ORDINALS), rng.choice(DAYS)
    year = rng.choice(["nineteen ", "twenty "]) + number(rng.randint(10, 99), rng)
    return rng.choice([f"{month} {ordinal}", f"the {ordinal} of {month}", f"{day} {month} {ordinal}", day, f"next {day}",
                       f"{month} {year}"])


def name(rng):
    return rng.choice([rng.choice(FIRST_NAMES), rng.choice(FIRST_NAMES) + " " + rng.choice(LAST_NAMES),
                       rng.choice(["mister ", "missus ", "doctor "]) + rng.choice(LAST_NAMES)])


def number_sentence(rng):
    """Digits, numbers, dates, times, amounts."""
    kind = rng.random()
    if kind < 0.12:
        return rng.choice(ONES[:10])
    if kind < 0.40:
        return digits(rng.randint(2, 8), rng)
    if kind < 0.55:
        return " ".join(number(rng.randint(0, 99), rng) for _ in range(rng.randint(1, 4)))
    if kind < 0.70:
        return number(int(10 ** rng.uniform(1, 6.5)), rng)
    if kind < 0.78:
        return date(rng)
    if kind < 0.86:
        return time_of_day(rng)
    if kind < 0.93:
        unit = rng.choice([" dollars", " pounds", " euros", " percent", " degrees", " miles", " kilometers", " minutes",
                           " hours", " days", " years", " point " + digits(rng.randint(1, 3), rng)])
        return number(rng.randint(1, 200), rng) + unit
    thing = rng.choice(["phone", "account", "order", "room", "flight", "card", "reference"])
    return f"my {thing} number is {digits(rng.randint(3, 8), rng)}"


def command(rng):
    """Something one says to a device, a shop or a colleague."""
    pick = rng.choice
    template = rng.randrange(12)
    if template == 0:
        return f"turn {pick(['on', 'off'])} the {pick(ROOMS)} {pick(THINGS)}"
    if template == 1:
        when = pick([time_of_day(rng), number(rng.randint(1, 60), rng) + " minutes", date(rng)])
        return f"set {pick(['an alarm', 'a timer', 'a reminder'])} for {when}"
    if template == 2:
        tail = pick([" now", " please", "", " at " + time_of_day(rng), " about the " + pick(NOUNS)])
        return f"{pick(['call', 'text', 'email', 'message'])} {name(rng)}{tail}"
    if template == 3:
        return f"what's the weather in {pick(CITIES)}{pick([' today', ' tomorrow', ' on ' + pick(DAYS)])}"
    if template == 4:
        return pick(SHORT_COMMANDS)
    if template == 5:
        amount = pick(["a", "two", "some", "three", "more"])
        return f"i would like {amount} {pick(FOODS)} and {pick(FOODS)}{pick([' please', ''])}"
    if template == 6:
        people = number(rng.randint(1, 12), rng) + pick([" people", " nights", ""])
        where = pick(["on " + date(rng), "at " + time_of_day(rng), "in " + pick(CITIES)])
        return f"book a {pick(['table', 'room', 'flight', 'taxi', 'ticket'])} for {people} {where}"
    if template == 7:
        return pick(["my name is ", "this is ", "i am ", "i'm ", "hello i'm ", "please ask for "]) + name(rng)
    if template == 8:
        thing = pick(["order", "booking", "reservation", "account", "password", "address", "payment", "flight",
                      "subscription"])
        verb = pick(["change", "cancel", "check", "confirm", "return"])
        return f"i want to {verb} my {thing}{pick(['', ' please', ' for ' + date(rng)])}"
    if template == 9:
        place = pick(["on", "in", "near", "behind", "under", "next to"])
        return f"the {pick(ADJECTIVES)} {pick(NOUNS)} is {place} the {pick(ADJECTIVES)} {pick(NOUNS)}"
    if template == 10:
        ask = pick(["can you", "could you please", "i need you to", "please", "let's"])
        verb = pick(["find", "open", "send", "move", "show me", "bring", "check", "read", "buy", "sell", "fix"])
        tail = pick(["", " before " + time_of_day(rng), " for " + pick(FIRST_NAMES)])
        return f"{ask} {verb} the {pick(ADJECTIVES)} {pick(NOUNS)}{tail}"
    travel = pick(["how do i get to", "when is the next train to", "how far is it to", "i am flying to", "she lives in",
                   f"we drove from {pick(CITIES)} to"])
    return f"{travel} {pick(CITIES)}"
