using SpeechScoop.Inference.Synthesis.Text;
using Xunit;

namespace SpeechScoop.Inference.Tests.Synthesis.Text;

public sealed class EnglishNormalizerTests
{
    private static readonly HashSet<string> Words =
    [
        "nasa", "not", "stop", "very", "phone", "hub", "git", "the", "is", "now", "mad", "a", "b", "c", "d", "covid", "and", "this",
        "rhythm", "john", "smith", "us", "it", "am", "id", "mcdonald", "sat", "no", "in", "sun", "may", "march", "i", "cat", "open",
    ];

    private static string Say(string text) => new EnglishNormalizer(Words.Contains).Normalize(text);

    [Theory]
    [InlineData("0", "zero")]
    [InlineData("7 cats", "seven cats")]
    [InlineData("1,234,567", "one million two hundred thirty four thousand five hundred sixty seven")]
    [InlineData("1200 people", "one thousand two hundred people")]
    [InlineData("3.14", "three point one four")]
    [InlineData("1,234.50", "one thousand two hundred thirty four point five zero")]
    [InlineData("-5 outside", "minus five outside")]
    [InlineData("agent 007", "agent zero zero seven")]
    [InlineData("12345678901234567890", "one two three four five six seven eight nine zero one two three four five six seven eight nine zero")]
    [InlineData("#3", "number three")]
    [InlineData("No. 5", "number five")]
    [InlineData(".5", "zero point five")]
    public void Numbers_are_read_as_quantities(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("1st", "first")]
    [InlineData("the 22nd and the 103rd", "the twenty second and the one hundred third")]
    [InlineData("12th", "twelfth")]
    [InlineData("20th", "twentieth")]
    [InlineData("Henry VIII", "henry the eighth")]
    [InlineData("World War II", "world war two")]
    [InlineData("Chapter XIV", "chapter fourteen")]
    public void Ordinals_and_roman_numerals_become_words(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("1/2 cup", "one half cup")]
    [InlineData("3/4 of it", "three quarters of it")]
    [InlineData("2 1/2 hours", "two and one half hours")]
    [InlineData("5½", "five and one half")]
    [InlineData("open 24/7", "open twenty four seven")]
    [InlineData("7/12", "seven over twelve")]
    public void Fractions_are_read_as_parts(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("March 15, 2024", "march fifteenth, twenty twenty four")]
    [InlineData("Mar. 3rd", "march third")]
    [InlineData("15 March 1999", "march fifteenth, nineteen ninety nine")]
    [InlineData("2024-03-15", "march fifteenth, twenty twenty four")]
    [InlineData("3/15/2024", "march fifteenth, twenty twenty four")]
    [InlineData("15/3/2024", "march fifteenth, twenty twenty four")]
    [InlineData("in 1984", "in nineteen eighty four")]
    [InlineData("since 2005.", "since two thousand five.")]
    [InlineData("by 1900,", "by nineteen hundred,")]
    [InlineData("May 2010", "may twenty ten")]
    [InlineData("the 1990s", "the nineteen nineties")]
    [InlineData("the '80s", "the eighties")]
    [InlineData("1914-1918", "nineteen fourteen to nineteen eighteen")]
    [InlineData("44 BC", "forty four B C")]
    [InlineData("in 1500 people", "in one thousand five hundred people")]
    public void Dates_and_years_are_read_as_dates(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("3:45 pm", "three forty five P M")]
    [InlineData("at 9 a.m. sharp", "at nine A M sharp")]
    [InlineData("12:05", "twelve oh five")]
    [InlineData("5:00", "five o'clock")]
    [InlineData("15:00", "fifteen hundred")]
    [InlineData("7PM", "seven P M")]
    [InlineData("1:02:03", "one oh two and three seconds")]
    public void Times_of_day_are_read_as_times(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("$3.50", "three dollars and fifty cents")]
    [InlineData("$1", "one dollar")]
    [InlineData("$0.99", "ninety nine cents")]
    [InlineData("£3.01", "three pounds and one penny")]
    [InlineData("€1,200", "one thousand two hundred euros")]
    [InlineData("20 €", "twenty euros")]
    [InlineData("$2.5 million", "two point five million dollars")]
    [InlineData("$5k", "five thousand dollars")]
    [InlineData("-$5", "minus five dollars")]
    [InlineData("¥500", "five hundred yen")]
    [InlineData("$10-20", "ten dollars to twenty dollars")]
    [InlineData("50¢", "fifty cents")]
    public void Money_is_read_with_its_currency(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("5 km", "five kilometers")]
    [InlineData("1 kg", "one kilogram")]
    [InlineData("20°C", "twenty degrees celsius")]
    [InlineData("60 km/h", "sixty kilometers per hour")]
    [InlineData("16kHz", "sixteen kilohertz")]
    [InlineData("3.5%", "three point five percent")]
    [InlineData("10–20 kg", "ten to twenty kilograms")]
    [InlineData("5'10\"", "five foot ten")]
    [InlineData("-3 °F", "minus three degrees fahrenheit")]
    [InlineData("100 ms", "one hundred milliseconds")]
    [InlineData("5 a day", "five a day")]
    public void Units_after_numbers_are_said_in_full(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("pages 10-20", "pages ten to twenty")]
    [InlineData("3 – 4 weeks", "three to four weeks")]
    [InlineData("~ 50", "about fifty")]
    [InlineData("2 + 2 = 4", "two plus two equals four")]
    [InlineData("3 < 5", "three less than five")]
    public void Ranges_and_signs_become_words(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("555-1234", "five five five, one two three four")]
    [InlineData("(555) 123-4567", "five five five, one two three, four five six seven")]
    [InlineData("+1 555 123 4567", "plus one, five five five, one two three, four five six seven")]
    [InlineData("192.168.0.1", "one hundred ninety two point one hundred sixty eight point zero point one")]
    [InlineData("me@example.com", "me at example dot com")]
    [InlineData("https://www.example.com/help", "W W W dot example dot com slash help")]
    public void Telephone_numbers_and_addresses_are_read_part_by_part(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("Dr. Smith", "doctor smith")]
    [InlineData("St. John", "saint john")]
    [InlineData("12 Main St.", "twelve main street.")]
    [InlineData("Mr. and Mrs. Smith", "mister and missus smith")]
    [InlineData("cats, dogs, etc.", "cats, dogs, et cetera.")]
    [InlineData("e.g. cats", "for example cats")]
    [InlineData("the U.S. is", "the U S is")]
    [InlineData("Smith vs. Smith", "smith versus smith")]
    [InlineData("He said no.", "he said no.")]
    [InlineData("The cat sat.", "the cat sat.")]
    [InlineData("a Ph.D. now", "a P H D now")]
    public void Abbreviations_become_words_and_words_stay(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Theory]
    [InlineData("NASA", "nasa")]
    [InlineData("the FBI", "the F B I")]
    [InlineData("the US is", "the U S is")]
    [InlineData("This is NOT it", "this is not it")]
    [InlineData("STOP THIS NOW", "stop this now")]
    [InlineData("MP3", "M P three")]
    [InlineData("COVID-19", "covid nineteen")]
    [InlineData("two CDs", "two C D's")]
    [InlineData("GitHub", "git hub")]
    [InlineData("rhythm", "rhythm")]
    [InlineData("A cat and grade A", "a cat and grade A")]
    [InlineData("I am", "i am")]
    [InlineData("well-known", "well known")]
    [InlineData("wait—what?", "wait, what?")]
    [InlineData("(yes)", "yes,")]
    [InlineData("don't", "don't")]
    public void Words_are_lower_case_and_acronyms_are_spelled(string written, string spoken) => Assert.Equal(spoken, Say(written));

    [Fact]
    public void Any_clean_text_gives_only_words_letters_and_marks()
    {
        const string Alphabet = "abcXYZ019 .,:;-/'\"$€%()[]&@#~°<>=+*_\\|^{}!?\nIVdr";
        var random = new SeededRandom(11);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, 40).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.Matches(@"^(?:(?:[a-z']+|[A-Z])[,.?!]?(?: |$))*$", Say(text));
        }
    }
}
