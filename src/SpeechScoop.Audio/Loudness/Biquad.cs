namespace SpeechScoop.Audio.Loudness;

/// <summary>The coefficients of a second-order filter, a0 being 1.</summary>
internal readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2);
