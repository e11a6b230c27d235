using System.Globalization;

namespace SpeechScoop.ListeningTests;

/// <summary>What listeners may answer. The set is closed: <see cref="AcrScale"/>, <see cref="MushraScale"/>, <see cref="PreferenceScale"/>.</summary>
public abstract class RatingScale
{
    private protected RatingScale(string id, string title, int minimum, int maximum, bool comparesTwo, params IReadOnlyList<ScaleLabel> labels) =>
        (Id, Title, Minimum, Maximum, ComparesTwo, Labels) = (id, title, minimum, maximum, comparesTwo, labels);

    /// <summary>As in the database and the API: <c>acr</c>, <c>mushra</c>, <c>preference</c>.</summary>
    public string Id { get; }

    /// <summary>The scale's name in the field.</summary>
    public string Title { get; }

    /// <summary>Smallest valid value.</summary>
    public int Minimum { get; }

    /// <summary>Largest valid value.</summary>
    public int Maximum { get; }

    /// <summary>Whether an answer is about two stimuli (the second is <c>other</c>) or about one.</summary>
    public bool ComparesTwo { get; }

    /// <summary>The words beside the numbers, best first.</summary>
    public IReadOnlyList<ScaleLabel> Labels { get; }

    /// <summary>All scales.</summary>
    public static IReadOnlyList<RatingScale> All { get; } = [AcrScale.Instance, MushraScale.Instance, PreferenceScale.Instance];

    /// <summary>Looks a scale up by id.</summary>
    public static Result<RatingScale> Find(string? id) => All.FirstOrDefault(scale => scale.Id == id) is { } found
        ? Result<RatingScale>.Ok(found)
        : new Error.Invalid("unknown-scale", $"scale is '{id}'. Use one of {string.Join(", ", All.Select(scale => scale.Id))}.");

    /// <summary>Accepts an answer or says what is wrong with it.</summary>
    /// <param name="value">A whole number in <see cref="Minimum"/> .. <see cref="Maximum"/>.</param>
    /// <param name="stimulus">Label or id of the stimulus rated.</param>
    /// <param name="other">The stimulus it is compared with: needed if and only if the scale <see cref="ComparesTwo"/>.</param>
    /// <returns>The value as a whole number, or <see cref="Error.Invalid"/>.</returns>
    public Result<int> Validate(double value, string stimulus, string? other = null)
    {
        if (ComparesTwo && string.IsNullOrEmpty(other))
            return new Error.Invalid("rating-needs-other", $"A rating on scale {Id} compares two stimuli: set other to the second one's label.");
        if (!ComparesTwo && !string.IsNullOrEmpty(other))
            return new Error.Invalid("rating-other-unexpected", $"A rating on scale {Id} is about one stimulus: leave other out (it is '{other}').");
        if (ComparesTwo && stimulus == other)
            return new Error.Invalid("rating-same-stimulus", $"stimulus and other are both '{stimulus}': compare two different stimuli.");
        if (!(value >= Minimum && value <= Maximum) || value != Math.Floor(value))
            return new Error.Invalid("rating-out-of-range", string.Create(CultureInfo.InvariantCulture,
                $"value is {value}: on scale {Id} it must be a whole number from {Minimum} to {Maximum}."));
        return (int)value;
    }
}
