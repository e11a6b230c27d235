namespace SpeechScoop.Inference.Synthesis.Text;

/// <summary>Abbreviations, units, currencies and names that English text writes in one way and says in another.</summary>
internal static class Vocabulary
{
    /// <summary>Months by any usual spelling in lower case, 1..12.</summary>
    public static readonly Dictionary<string, int> MonthNumbers = BuildMonths();

    public static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>Abbreviations that need their full stop, in lower case without it.</summary>
    public static readonly Dictionary<string, string> Dotted = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dr"] = "doctor", ["mr"] = "mister", ["mrs"] = "missus", ["ms"] = "miz", ["prof"] = "professor", ["jr"] = "junior",
        ["sr"] = "senior", ["vs"] = "versus", ["etc"] = "et cetera", ["approx"] = "approximately", ["inc"] = "incorporated",
        ["ltd"] = "limited", ["corp"] = "corporation", ["co"] = "company", ["dept"] = "department", ["est"] = "established",
        ["mt"] = "mount", ["gen"] = "general", ["col"] = "colonel", ["capt"] = "captain", ["lt"] = "lieutenant",
        ["sgt"] = "sergeant", ["rev"] = "reverend", ["hon"] = "honorable", ["gov"] = "governor", ["sen"] = "senator",
        ["rep"] = "representative", ["pres"] = "president", ["ave"] = "avenue", ["rd"] = "road", ["blvd"] = "boulevard",
        ["apt"] = "apartment", ["vol"] = "volume", ["fig"] = "figure", ["figs"] = "figures", ["ch"] = "chapter",
        ["sec"] = "section", ["ed"] = "edition", ["pp"] = "pages", ["mon"] = "monday", ["tue"] = "tuesday", ["tues"] = "tuesday",
        ["wed"] = "wednesday", ["thu"] = "thursday", ["thur"] = "thursday", ["thurs"] = "thursday", ["fri"] = "friday",
        ["jan"] = "january", ["feb"] = "february", ["apr"] = "april", ["jun"] = "june", ["jul"] = "july", ["aug"] = "august",
        ["sep"] = "september", ["sept"] = "september", ["oct"] = "october", ["nov"] = "november", ["dec"] = "december",
        ["ca"] = "circa", ["cf"] = "compare", ["al"] = "al", ["min"] = "minimum", ["max"] = "maximum", ["tel"] = "telephone",
        ["misc"] = "miscellaneous", ["govt"] = "government", ["hwy"] = "highway", ["st"] = "street", ["no"] = "number",
        ["sat"] = "saturday", ["sun"] = "sunday", ["mar"] = "march", ["ft"] = "fort", ["p"] = "page", ["nos"] = "numbers",
    };

    /// <summary>Dotted abbreviations that are words of their own, so that they count only before what their meaning needs.</summary>
    public static readonly HashSet<string> AlsoWords = new(StringComparer.OrdinalIgnoreCase)
        { "no", "nos", "sat", "sun", "mar", "p", "fig", "figs", "sec", "ed", "min", "max", "ch", "co", "gen", "col", "rep", "al", "mon", "wed", "fri", "ca", "vol", "tel", "est", "apt", "rev", "hon", "misc" };

    /// <summary>Abbreviations that stand before a name, so that their full stop never ends a sentence.</summary>
    public static readonly HashSet<string> BeforeName = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "mr", "mrs", "ms", "prof", "gen", "col", "capt", "lt", "sgt", "rev", "hon", "gov", "sen", "rep", "pres", "st", "mt",
        "ft", "vs", "no", "nos", "fig", "figs", "vol", "ch", "sec", "pp", "p", "approx", "cf", "ca", "e.g", "i.e",
    };

    /// <summary>Units after a number: written form to singular and plural.</summary>
    public static readonly Dictionary<string, (string One, string Many)> Units = new()
    {
        ["km"] = ("kilometer", "kilometers"), ["m"] = ("meter", "meters"), ["cm"] = ("centimeter", "centimeters"),
        ["mm"] = ("millimeter", "millimeters"), ["µm"] = ("micrometer", "micrometers"), ["nm"] = ("nanometer", "nanometers"),
        ["mi"] = ("mile", "miles"), ["ft"] = ("foot", "feet"), ["yd"] = ("yard", "yards"), ["kg"] = ("kilogram", "kilograms"),
        ["g"] = ("gram", "grams"), ["mg"] = ("milligram", "milligrams"), ["µg"] = ("microgram", "micrograms"),
        ["lb"] = ("pound", "pounds"), ["lbs"] = ("pound", "pounds"), ["oz"] = ("ounce", "ounces"), ["l"] = ("liter", "liters"),
        ["L"] = ("liter", "liters"), ["ml"] = ("milliliter", "milliliters"), ["mL"] = ("milliliter", "milliliters"),
        ["s"] = ("second", "seconds"), ["sec"] = ("second", "seconds"), ["ms"] = ("millisecond", "milliseconds"),
        ["µs"] = ("microsecond", "microseconds"), ["ns"] = ("nanosecond", "nanoseconds"), ["min"] = ("minute", "minutes"),
        ["mins"] = ("minute", "minutes"), ["h"] = ("hour", "hours"), ["hr"] = ("hour", "hours"), ["hrs"] = ("hour", "hours"),
        ["Hz"] = ("hertz", "hertz"), ["kHz"] = ("kilohertz", "kilohertz"), ["MHz"] = ("megahertz", "megahertz"),
        ["GHz"] = ("gigahertz", "gigahertz"), ["dB"] = ("decibel", "decibels"), ["V"] = ("volt", "volts"),
        ["mV"] = ("millivolt", "millivolts"), ["A"] = ("amp", "amps"), ["mA"] = ("milliamp", "milliamps"), ["W"] = ("watt", "watts"),
        ["kW"] = ("kilowatt", "kilowatts"), ["MW"] = ("megawatt", "megawatts"), ["kWh"] = ("kilowatt hour", "kilowatt hours"),
        ["J"] = ("joule", "joules"), ["kB"] = ("kilobyte", "kilobytes"), ["KB"] = ("kilobyte", "kilobytes"),
        ["MB"] = ("megabyte", "megabytes"), ["GB"] = ("gigabyte", "gigabytes"), ["TB"] = ("terabyte", "terabytes"),
        ["kbps"] = ("kilobit per second", "kilobits per second"), ["Mbps"] = ("megabit per second", "megabits per second"),
        ["mph"] = ("mile per hour", "miles per hour"), ["kph"] = ("kilometer per hour", "kilometers per hour"),
        ["km/h"] = ("kilometer per hour", "kilometers per hour"), ["m/s"] = ("meter per second", "meters per second"),
        ["MB/s"] = ("megabyte per second", "megabytes per second"), ["GB/s"] = ("gigabyte per second", "gigabytes per second"),
        ["kbit/s"] = ("kilobit per second", "kilobits per second"), ["fps"] = ("frame per second", "frames per second"),
        ["rpm"] = ("revolution per minute", "revolutions per minute"), ["°C"] = ("degree celsius", "degrees celsius"),
        ["°F"] = ("degree fahrenheit", "degrees fahrenheit"), ["°"] = ("degree", "degrees"), ["px"] = ("pixel", "pixels"),
        ["km²"] = ("square kilometer", "square kilometers"), ["m²"] = ("square meter", "square meters"), ["%"] = ("percent", "percent"),
    };

    /// <summary>Currency signs: one and many of the unit and of its hundredth.</summary>
    public static readonly Dictionary<char, Currency> Currencies = new()
    {
        ['$'] = new("dollar", "dollars", "cent", "cents"), ['€'] = new("euro", "euros", "cent", "cents"),
        ['£'] = new("pound", "pounds", "penny", "pence"), ['¥'] = new("yen", "yen", "sen", "sen"),
        ['₹'] = new("rupee", "rupees", "paisa", "paise"),
    };

    /// <summary>Words in capitals that are spelled although a word of the same letters exists.</summary>
    public static readonly HashSet<string> Spelled = ["US", "AI", "ID", "IT", "TV", "PC", "CD", "AM", "PM", "IQ", "EU", "UK", "PR", "HR", "ER", "PA"];

    /// <summary>Single words said in another way than they are written, in lower case.</summary>
    public static readonly Dictionary<string, string> Respelled = new()
        { ["ok"] = "okay", ["wifi"] = "why fie", ["wi-fi"] = "why fie", ["etc"] = "et cetera", ["vs"] = "versus", ["mr"] = "mister", ["mrs"] = "missus", ["dr"] = "doctor" };

    /// <param name="One">One unit.</param>
    /// <param name="Many">Several units.</param>
    /// <param name="OneHundredth">One hundredth.</param>
    /// <param name="ManyHundredths">Several hundredths.</param>
    internal sealed record Currency(string One, string Many, string OneHundredth, string ManyHundredths);

    private static Dictionary<string, int> BuildMonths()
    {
        string[][] spellings =
        [
            ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"], ["july", "jul"],
            ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
        ];
        return spellings.SelectMany((names, month) => names.Select(name => (name, month + 1))).ToDictionary(p => p.name, p => p.Item2);
    }
}
