using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>A stimulus on its way through the steps of preparation.</summary>
internal sealed class StimulusInWork
{
    public StimulusInWork(SourceStimulus source)
    {
        Audio = source.Audio;
        Figures = new StimulusFigures(source.Id, source.Role)
        {
            SourceSampleRate = source.Audio.SampleRate,
            SourceChannels = source.Audio.ChannelCount,
            SourceSeconds = source.Audio.Duration.TotalSeconds,
        };
    }

    /// <summary>An anchor that is made.</summary>
    public StimulusInWork(string id, StimulusRole role, AudioClip audio) => (Audio, Figures) = (audio, new StimulusFigures(id, role));

    public AudioClip Audio { get; set; }

    public StimulusFigures Figures { get; set; }

    public string Id => Figures.Id;

    public StimulusRole Role => Figures.Role;

    /// <summary>Whether it is an anchor, given or made: anchors keep the reference's level.</summary>
    public bool IsAnchor => Role is StimulusRole.Anchor35 or StimulusRole.Anchor70;

    /// <summary>Changes the level.</summary>
    public void Gain(double db)
    {
        if (db == 0) return;
        Audio = Mixing.Gain(Audio, db);
        Figures = Figures with { GainDb = Figures.GainDb + db };
    }

    /// <summary>Fills in the figures of the finished stimulus.</summary>
    public void Finish()
    {
        var reading = LoudnessMeter.Measure(Audio);
        Figures = Figures with { Seconds = Audio.Duration.TotalSeconds, Lufs = reading.Integrated, TruePeakDb = reading.TruePeakDb };
    }
}
