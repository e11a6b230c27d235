using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class DefinitionCheckTests
{
    private static readonly Trial Mushra = SampleTests.Of(TrialDesign.Mushra, "1", "reference", "a", "b");
    private static readonly ScaleDefinition Own = new() { Id = "warmth", Minimum = 1, Maximum = 3, Points = [new(3, "Warm"), new(2, ""), new(1, "Cold")] };

    [Fact]
    public void A_sound_test_has_no_problems()
    {
        var definition = SampleTests.Of(1, new ConsentSection { Text = "We study codecs. Nothing personal is stored." }, new HeadphoneSection(), new VolumeSection(),
            new QuestionnaireSection { Fields = [new("age", "Your age?", FieldType.Number) { Minimum = 18, Maximum = 99 }] },
            new TrialSection { Training = true, Trials = [Mushra with { Id = "practice" }] }, SampleTests.Trials(Mushra, Mushra with { Id = "2" }) with { Repeats = 1, Quota = 3 }) with
        { Finish = new() { CompletionCode = "C1", Redirect = "https://app.prolific.com/submissions/complete?cc={code}&id={PROLIFIC_PID}" } };
        Assert.Empty(DefinitionCheck.Find(definition));
    }

    [Theory]
    [InlineData(TrialDesign.Acr, "a b", "stimuli-count")]
    [InlineData(TrialDesign.P835, "", "stimuli-count")]
    [InlineData(TrialDesign.Ab, "a", "stimuli-count")]
    [InlineData(TrialDesign.Abx, "a b c", "stimuli-count")]
    [InlineData(TrialDesign.Ccr, "a", "stimuli-count")]
    [InlineData(TrialDesign.Arena, "a", "stimuli-count")]
    [InlineData(TrialDesign.Dcr, "a b", "reference-missing")]
    [InlineData(TrialDesign.Bs1116, "reference a b", "stimuli-count")]
    [InlineData(TrialDesign.Mushra, "a b", "reference-missing")]
    [InlineData(TrialDesign.Mushra, "reference", "stimuli-count")]
    [InlineData(TrialDesign.Likert, "a", "scale-missing")]
    public void Every_design_says_what_it_takes(TrialDesign design, string conditions, string code)
    {
        var problem = Assert.Single(Find(SampleTests.Of(design, "1", conditions.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal((code, ProblemSeverity.Error), (problem.Code, problem.Severity));
        Assert.StartsWith("sections[0].trials[0].", problem.Place, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Cure);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "mushra-too-many")]
    public void A_mushra_trial_holds_twelve_signals_with_reference_and_anchors(int systems, string? code)
    {
        var names = Enumerable.Range(0, systems).Select(i => $"s{i}").ToArray();
        var definition = SampleTests.Of(1, SampleTests.Trials(SampleTests.Of(TrialDesign.Mushra, "1", ["reference", .. names])));
        definition = definition with { Conditions = [.. definition.Conditions, .. names.Select(name => new TestCondition(name, name))] };
        Assert.Equal(code, DefinitionCheck.Find(definition).SingleOrDefault()?.Code);
    }

    [Fact]
    public void Missing_anchors_are_a_warning()
    {
        var definition = SampleTests.Of(1, SampleTests.Trials(Mushra)) with { Preparation = new() { Anchor35 = false } };
        var problem = Assert.Single(DefinitionCheck.Find(definition));
        Assert.Equal(("anchor-missing", ProblemSeverity.Warning), (problem.Code, problem.Severity));
    }

    [Fact]
    public void Missing_audio_is_a_warning_in_a_draft_and_an_error_for_publishing()
    {
        var trial = SampleTests.Acr("a", "1");
        trial = trial with { Stimuli = [trial.Stimuli[0] with { Source = null, Provenance = new() { File = "clips/x.wav" } }] };
        var definition = SampleTests.Of(1, SampleTests.Trials(trial));

        var draft = Assert.Single(DefinitionCheck.Find(definition));
        Assert.Equal(("audio-missing", ProblemSeverity.Warning, "sections[0].trials[0].stimuli[0].source"), (draft.Code, draft.Severity, draft.Place));
        Assert.Contains("clips/x.wav", draft.Message, StringComparison.Ordinal);
        Assert.Equal(ProblemSeverity.Error, Assert.Single(DefinitionCheck.Find(definition, forPublishing: true)).Severity);
        Assert.Equal("audio-not-prepared", Assert.Single(DefinitionCheck.Find(SampleTests.Of(1, SampleTests.Trials(SampleTests.Acr("a", "1"))), forPublishing: true)).Code);
    }

    [Fact]
    public void Ids_that_come_twice_are_found_wherever_they_are()
    {
        var trial = SampleTests.Of(TrialDesign.Likert, "1", "a", "a") with { Scales = [Own, Own] };
        var definition = SampleTests.Of(1, SampleTests.Trials(trial, trial with { Scales = [Own] }),
            new QuestionnaireSection { Fields = [new("age", "Age?", FieldType.Text), new("age", "Age?", FieldType.Text)] });
        definition = definition with { Conditions = [.. definition.Conditions, new("a", "Again")] };

        Assert.Equal(
            ["conditions[6].id", "sections[0].trials[0].scales[1].id", "sections[0].trials[0].stimuli[1].id", "sections[0].trials[1].id", "sections[0].trials[1].stimuli[1].id", "sections[1].fields[1].name"],
            DefinitionCheck.Find(definition).Where(problem => problem.Code == "id-twice").Select(problem => problem.Place).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/finish")]
    [InlineData("ftp://x.org/")]
    [InlineData("https://{host}/")]
    [InlineData("https://{id}.example.org/?c={code}")]
    public void Listeners_are_only_sent_to_web_addresses(string redirect)
    {
        var definition = SampleTests.Of(1, SampleTests.Trials(Mushra)) with { Finish = new() { Redirect = redirect, CompletionCode = "1" } };
        Assert.Equal(("finish.redirect", "redirect-not-http"), Assert.Single(DefinitionCheck.Find(definition).Select(problem => (problem.Place, problem.Code))));
    }

    [Fact]
    public void A_quota_that_the_allowed_sessions_cannot_fill_is_an_error()
    {
        var section = SampleTests.Trials(SampleTests.AllAcr(3, 4)) with { PerListener = 6, Quota = 10 };
        Assert.Equal("quota-unreachable", Assert.Single(DefinitionCheck.Find(Limited(19))).Code);
        Assert.Empty(DefinitionCheck.Find(Limited(20)));

        ListeningTestDefinition Limited(int sessions) => SampleTests.Of(1, section) with { Rules = new() { MaximumSessions = sessions } };
    }

    [Theory]
    [InlineData("title", "title-empty")]
    [InlineData("language", "language-unknown")]
    [InlineData("no-trials", "no-trials")]
    [InlineData("condition", "condition-unknown")]
    [InlineData("role", "role-differs")]
    [InlineData("transcript", "transcript-missing")]
    [InlineData("per-listener", "per-listener-too-large")]
    [InlineData("repeats", "repeats-out-of-range")]
    [InlineData("blocks", "blocks-without-size")]
    [InlineData("groups", "blocks-of-uneven-groups")]
    [InlineData("latin", "latin-square-large")]
    [InlineData("arena", "arena-mixed")]
    [InlineData("pass-mark", "pass-mark-unreachable")]
    [InlineData("field", "field-name-invalid")]
    [InlineData("choices", "choices-invalid")]
    [InlineData("scale-range", "range-empty")]
    [InlineData("scale-step", "step-invalid")]
    [InlineData("scale-point", "point-outside")]
    [InlineData("scale-one", "points-single")]
    [InlineData("scale-replaced", "point-values")]
    [InlineData("scale-unknown", "scale-unknown")]
    [InlineData("expected", "expected-outside")]
    [InlineData("parameter", "parameter-unknown")]
    public void Each_mistake_has_its_own_name(string mistake, string code)
    {
        var good = SampleTests.Of(1, SampleTests.Trials(Mushra));
        ListeningTestDefinition With(params TestSection[] sections) => good with { Sections = [.. sections, .. good.Sections] };
        ListeningTestDefinition Trials(params Trial[] trials) => With(SampleTests.Trials(trials));
        Trial Likert(ScaleDefinition scale) => SampleTests.Of(TrialDesign.Likert, "1", "a") with { Scales = [scale] };
        var acr = SampleTests.AllAcr(1, 4);
        var broken = mistake switch
        {
            "title" => good with { Title = " " },
            "language" => good with { Language = "tlh" },
            "no-trials" => good with { Sections = [new TrialSection { Training = true, Trials = [Mushra] }] },
            "condition" => Trials(SampleTests.Acr("z", "1")),
            "role" => Trials(SampleTests.Acr("a", "1") with { Stimuli = [new() { Id = "a", Condition = "reference", Source = "0" }] }),
            "transcript" => Trials(SampleTests.Of(TrialDesign.Transcription, "1", "a")),
            "per-listener" => With(SampleTests.Trials(acr) with { PerListener = 5 }),
            "repeats" => With(SampleTests.Trials(acr) with { PerListener = 2, Repeats = 3 }),
            "blocks" => With(SampleTests.Trials(acr) with { Order = TrialOrder.BalancedBlocks }),
            "groups" => With(SampleTests.Trials([acr[0] with { Group = "g" }, acr[1] with { Group = "g" }, acr[2]]) with { Order = TrialOrder.BalancedBlocks, PerListener = 2 }),
            "latin" => With(SampleTests.Trials(SampleTests.AllAcr(1, 51)) with { Order = TrialOrder.LatinSquare }),
            "arena" => Trials(SampleTests.Of(TrialDesign.Arena, "1", "a", "b"), acr[0]),
            "pass-mark" => With(new HeadphoneSection { PassMark = 7 }),
            "field" => With(new QuestionnaireSection { Fields = [new("your age", "Age?", FieldType.Text)] }),
            "choices" => With(new QuestionnaireSection { Fields = [new("sex", "Sex?", FieldType.Choice) { Choices = ["f"] }] }),
            "scale-range" => Trials(Likert(Own with { Maximum = double.NaN, Points = [], Continuous = true })),
            "scale-step" => Trials(Likert(Own with { Step = 0 })),
            "scale-point" => Trials(Likert(Own with { Points = [.. Own.Points, new(4, "Hot")] })),
            "scale-one" => Trials(Likert(Own with { Points = [new(1, "Yes")] })),
            "scale-replaced" => Trials(acr[0] with { Scales = [Own with { Id = "acr" }] }),
            "scale-unknown" => Trials(acr[0] with { Scales = [Own] }),
            "expected" => Trials(acr[0] with { Check = new(CheckKind.Trap, 6) }),
            "parameter" => good with { Rules = new() { ListenerParameter = "who" } },
            _ => throw new ArgumentException(mistake),
        };
        var problem = Assert.Single(DefinitionCheck.Find(broken));
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Message);
        Assert.NotEmpty(problem.Cure);
    }

    private static IReadOnlyList<DefinitionProblem> Find(Trial trial) => DefinitionCheck.Find(SampleTests.Of(1, SampleTests.Trials(trial)));
}
