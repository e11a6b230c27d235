using SpeechScoop.Inference.Vendors;

namespace SpeechScoop.Web.Runs;

/// <summary>
/// How many outputs are made at once, of all runs together: what computes on this machine as many as there are cores, and calls to each
/// vendor, which wait more than they compute, as many as the vendor's <c>concurrency</c> says. So neither keeps the other waiting.
/// </summary>
internal sealed class RunLanes
{
    private readonly RunLane machine;
    private readonly Dictionary<string, RunLane> bySystem = new(StringComparer.Ordinal);

    public RunLanes(VendorCatalog vendors) : this(vendors, Environment.ProcessorCount)
    {
    }

    /// <summary>With so many cores, for tests.</summary>
    internal RunLanes(VendorCatalog vendors, int cores)
    {
        machine = new RunLane(cores);
        foreach (var vendor in vendors.Configuration.Vendors) bySystem[vendor.RecognizerId] = bySystem[vendor.SynthesizerId] = new RunLane(vendor.Concurrency);
    }

    /// <summary>The lane of a system's outputs; a vendor's recognizer and synthesizer share one.</summary>
    public RunLane Of(string systemId) => bySystem.GetValueOrDefault(systemId, machine);

    /// <summary>The lane of what is only measured: metrics compute here, whoever made the output.</summary>
    public RunLane Machine => machine;
}

/// <summary>Places for outputs in the making. Places are taken by one thread and left by any.</summary>
/// <param name="places">Outputs at once, at least 1.</param>
internal sealed class RunLane(int places)
{
    private int taken;

    /// <summary>Whether every place is taken.</summary>
    public bool IsFull => Volatile.Read(ref taken) >= places;

    /// <summary>Takes a place.</summary>
    public void Enter() => Interlocked.Increment(ref taken);

    /// <summary>Leaves a place.</summary>
    public void Leave() => Interlocked.Decrement(ref taken);
}
