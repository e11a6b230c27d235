namespace SpeechScoop.Embeddings;

/// <summary>How alike two embeddings are.</summary>
public abstract record SetKernel
{
    /// <summary>The kernel as results and recipes name it.</summary>
    public abstract string Name { get; }

    internal abstract double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    /// <summary>exp(−|x − y|² / (2 σ²)), as the Kernel Audio Distance uses it (Chung et al. 2025).</summary>
    /// <param name="Bandwidth">σ, &gt; 0.</param>
    public sealed record Gaussian(double Bandwidth) : SetKernel
    {
        /// <inheritdoc/>
        public override string Name => FormattableString.Invariant($"gaussian({Bandwidth:R})");

        internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        {
            var squares = 0.0;
            for (var i = 0; i < x.Length; i++) squares += (x[i] - y[i]) * (x[i] - y[i]);
            return Math.Exp(-squares / (2 * Bandwidth * Bandwidth));
        }
    }

    /// <summary>(x·y / d + 1)³, as the Kernel Inception Distance uses it (Bińkowski et al. 2018).</summary>
    public sealed record Cubic : SetKernel
    {
        /// <inheritdoc/>
        public override string Name => "cubic";

        internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        {
            var product = 0.0;
            for (var i = 0; i < x.Length; i++) product += x[i] * y[i];
            var sum = (product / x.Length) + 1;
            return sum * sum * sum;
        }
    }
}
