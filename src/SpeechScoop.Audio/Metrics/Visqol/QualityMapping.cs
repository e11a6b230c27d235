namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>Turns similarities into a mean opinion score.</summary>
public interface IQualityMapping
{
    /// <summary>Similarities that it takes; null for any number.</summary>
    int? Bands { get; }

    /// <summary>The score, 1..5.</summary>
    /// <param name="bandSimilarities">Mean NSIM of each band, lowest first.</param>
    double Mos(IReadOnlyList<double> bandSimilarities);
}

/// <summary>
/// The exponential of the mean similarity that ViSQOL 3.3.3 fitted to the TCD-VoIP ratings. Unscaled, equal signals get 4.02, which is what listeners
/// give a clean recording; scaled, they get 5.
/// </summary>
public sealed class ExponentialMapping : IQualityMapping
{
    private const double Floor = -262.847869, Rate = 0.0154302525, Origin = -361.063949;

    // The reference implementation holds the factor in single precision.
    private const double Scale = 1.245063f;

    private readonly double scale;

    private ExponentialMapping(double scale) => this.scale = scale;

    /// <summary>ViSQOL's default: up to 5.</summary>
    public static ExponentialMapping Scaled { get; } = new(Scale);

    /// <summary>Up to 4.02.</summary>
    public static ExponentialMapping Unscaled { get; } = new(1);

    /// <inheritdoc/>
    public int? Bands => null;

    /// <inheritdoc/>
    public double Mos(IReadOnlyList<double> bandSimilarities) => Math.Clamp((Floor + Math.Exp(Rate * (bandSimilarities.Average() - Origin))) * scale, 1, 5);
}
