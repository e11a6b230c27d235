namespace SpeechScoop.ListeningTests;

/// <summary>How a trial asks.</summary>
public enum TrialDesign
{
    /// <summary>Absolute category rating of one stimulus, 1..5 (ITU-T P.800): its mean is the mean opinion score.</summary>
    Acr,

    /// <summary>Degradation category rating, 5..1, of a stimulus after the open reference (ITU-T P.800 Annex D).</summary>
    Dcr,

    /// <summary>Comparison category rating, −3..3, of the second stimulus against the first, in random order (ITU-T P.800 Annex E); its mean is the CMOS.</summary>
    Ccr,

    /// <summary>Multiple stimuli with hidden reference and anchors, 0..100 (ITU-R BS.1534-3).</summary>
    Mushra,

    /// <summary>Which of two stimuli is better, with or without "no preference".</summary>
    Ab,

    /// <summary>Whether X is A or B.</summary>
    Abx,

    /// <summary>Small impairments, 1.0..5.0, of two stimuli of which one is the hidden reference (ITU-R BS.1116-3).</summary>
    Bs1116,

    /// <summary>Signal, background and overall quality of one stimulus (ITU-T P.835): SIG and BAK counterbalanced between listeners, OVRL last.</summary>
    P835,

    /// <summary>Categories with labels of the experimenter's own, one or several scales, one or several stimuli on a page.</summary>
    Likert,

    /// <summary>Which of two stimuli, drawn from any number of systems, is better; listeners go on as long as they like.</summary>
    Arena,

    /// <summary>The listener types what was said; scored as word error rate.</summary>
    Transcription,
}
