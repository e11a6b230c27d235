using System.Globalization;

namespace SpeechScoop.ListeningTests;

/// <summary>Answers on the scale that a page shows.</summary>
public static class ScaleAnswers
{
    /// <summary>Accepts an answer, or says what is wrong with it.</summary>
    /// <param name="scale">As shown: <see cref="StandardScales.For"/>.</param>
    /// <param name="value">One of the points; on a slider a multiple of the step from the minimum, in minimum..maximum.</param>
    /// <returns>The value, put exactly on the step; or <see cref="Error.Invalid"/>.</returns>
    public static Result<double> Validate(this ScaleDefinition scale, double value)
    {
        if (scale.Id == "transcription") return new Error.Invalid("rating-is-text", "A transcription is text: send text, and no value.");
        if (!double.IsFinite(value)) return new Error.Invalid("rating-not-a-number", Message(scale, value, "a finite number"));
        if (value < scale.Minimum || value > scale.Maximum)
            return new Error.Invalid("rating-out-of-range", Message(scale, value, string.Create(CultureInfo.InvariantCulture, $"from {scale.Minimum} to {scale.Maximum}")));
        if (!scale.Continuous && scale.Points.Count > 0)
        {
            return scale.Points.Any(point => point.Value == value)
                ? value
                : new Error.Invalid("rating-not-on-scale", Message(scale, value, $"one of {string.Join(", ", scale.Points.Select(point => point.Value.ToString(CultureInfo.InvariantCulture)))}"));
        }
        var steps = Math.Round((value - scale.Minimum) / scale.Step);
        // Through decimal, so that 4.3 stays 4.3.
        var snapped = (double)((decimal)scale.Minimum + ((decimal)steps * (decimal)scale.Step));
        return Math.Abs(snapped - value) <= 1e-6 * scale.Step
            ? snapped
            : new Error.Invalid("rating-between-steps", Message(scale, value, string.Create(CultureInfo.InvariantCulture, $"{scale.Minimum} plus a multiple of {scale.Step}")));
    }

    private static string Message(ScaleDefinition scale, double value, string expected) =>
        string.Create(CultureInfo.InvariantCulture, $"value is {value}: on scale {scale.Id} it must be {expected}.");
}
