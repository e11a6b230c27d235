using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class P808ImportTests
{
    private const string Clips = "rating_clips\nhttps://x.org/noisy/a.wav\nhttps://x.org/noisy/b.wav\nhttps://x.org/clean/a.wav\n";

    [Fact]
    public void Rating_clips_become_trials_by_folder_and_file()
    {
        var test = Read(null, Clips);
        var section = Assert.IsType<TrialSection>(Assert.Single(test.Definition.Sections));

        Assert.Equal(["noisy-a", "noisy-b", "clean-a"], section.Trials.Select(trial => trial.Id));
        Assert.Equal(["a", "b", "a"], section.Trials.Select(trial => trial.Item));
        Assert.All(section.Trials, trial => Assert.Equal((TrialDesign.Acr, PlayRule.ToTheEnd), (trial.Design, trial.Options.MustPlay)));
        Assert.Equal(["noisy", "clean"], test.Definition.Conditions.Select(condition => condition.Id));
        Assert.Equal((3, 10), (section.PerListener, section.Quota));
        Assert.Equal("https://x.org/noisy/a.wav", test.Media[0]);
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void References_make_a_dcr_test_and_traps_compare_a_clip_with_itself()
    {
        var test = Read(null, "rating_clips,references\nd/a.wav,r/a.wav\n", "trapping_clips,trapping_ans\nt.wav,1\n", "training_clips,training_references\nx.wav,y.wav\n");
        var (training, rated) = ((TrialSection)test.Definition.Sections[0], (TrialSection)test.Definition.Sections[1]);

        Assert.True(training.Training);
        Assert.Equal("training-x", training.Trials.Single().Id);
        Assert.Equal(["r/a.wav", "d/a.wav"], rated.Trials[0].Stimuli.Select(stimulus => stimulus.Provenance!.File));
        Assert.Equal((TrialDesign.Dcr, new TrialCheck(CheckKind.Trap, 5, 1)), (rated.Trials[1].Design, rated.Trials[1].Check));
        Assert.Equal(["t.wav", "t.wav"], rated.Trials[1].Stimuli.Select(stimulus => stimulus.Provenance!.File));
        Assert.Equal(5, rated.Quota);
        Assert.Equal(new TrialCheck(CheckKind.Trap, 0, 1), Trials(Read(TrialDesign.Ccr, "rating_clips,references\na.wav,b.wav\n", "trapping_clips,trapping_ans\nt.wav,1\n")).Last().Check);
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Gold_and_trap_clips_carry_their_answers_in_one_table_or_several()
    {
        var test = Read(TrialDesign.P835, "rating_clips,gold_clips,gold_clips_ans,trapping_clips,trapping_ans,math\na.wav,g.wav,5,t.wav,2,m.wav\nb.wav,,,,,\n");
        var checks = Trials(test).Select(trial => trial.Check).OfType<TrialCheck>();

        Assert.Equal([new(CheckKind.Gold, 5, 1, "ovrl"), new TrialCheck(CheckKind.Trap, 2, 0, "ovrl")], checks);
        Assert.Equal("clips.csv: math", Assert.Single(test.NotCarriedOver).Place);
        Assert.Equal(4, SessionPlanner.Plan(test.Definition, 0, Coverage.None).Pages.Count);
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void What_a_design_cannot_use_is_listed()
    {
        Assert.Contains("g.wav", Assert.Single(Read(TrialDesign.Dcr, "rating_clips,references\na.wav,b.wav\n", "gold_clips,gold_clips_ans\ng.wav,5\n").NotCarriedOver).Message, StringComparison.Ordinal);
        Assert.Contains("b.wav", Assert.Single(Read(TrialDesign.Acr, "rating_clips,references\na.wav,b.wav\n").NotCarriedOver).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_finds_conditions_in_the_names_and_what_is_left_is_the_item()
    {
        const string Names = "rating_clips,training_clips\nx/D1_c01_f.wav,x/D9_c02_f.wav\nx/D1_c02_f.wav,x/hello.wav\nx/D2_c01_m.wav,\n";
        var test = P808Import.Read([new("clips.csv", Names)], null, "T", 1, ConditionPattern.Read(@".*_c(?P<condition>\d+)_.*").Value).Value;
        var (training, rated) = ((TrialSection)test.Definition.Sections[0], (TrialSection)test.Definition.Sections[1]);
        Assert.Equal(["02", "practice", "01"], test.Definition.Conditions.Select(condition => condition.Title).OrderBy(title => title is "01" ? 2 : title is "practice" ? 1 : 0));
        Assert.Equal([("01", "D1_c_f"), ("02", "D1_c_f"), ("01", "D2_c_m")], rated.Trials.Select(trial => (trial.Stimuli[0].Condition, trial.Item)));
        Assert.Equal(["02", "practice"], training.Trials.Select(trial => trial.Stimuli[0].Condition));
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void A_clip_to_be_rated_that_the_pattern_does_not_match_is_named_with_its_line()
    {
        var error = P808Import.Read([new("clips.csv", "rating_clips\nD1_c01_f.wav\nother.wav\n")], null, "T", 1, ConditionPattern.Read(@".*_c(?<condition>\d+)_.*").Value).Error;
        Assert.Equal("p808-no-condition", error?.Code);
        Assert.Contains("Line 3 of clips.csv", error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clips\na.wav\n", null, "p808-no-clips")]
    [InlineData("", null, "csv-empty")]
    [InlineData("rating_clips,references\na.wav\n", null, "csv-row-uneven")]
    [InlineData("rating_clips\n\"a.wav\n", null, "csv-quote-open")]
    [InlineData("references\na.wav\n", null, "p808-column-missing")]
    [InlineData("rating_clips,gold_clips\na.wav,b.wav\n", null, "p808-column-missing")]
    [InlineData("rating_clips,references\n,b.wav\n", null, "p808-clip-missing")]
    [InlineData("rating_clips,references\na.wav,\n", TrialDesign.Ccr, "p808-reference-missing")]
    [InlineData("rating_clips,gold_clips,gold_clips_ans\na.wav,b.wav,good\n", null, "p808-answer")]
    [InlineData("rating_clips\na.wav\n", TrialDesign.Mushra, "p808-design")]
    public void Broken_tables_are_refused_with_a_cure(string csv, TrialDesign? design, string code)
    {
        var error = P808Import.Read([new("clips.csv", csv)], design, "T", 1).Error;
        Assert.Equal(code, Assert.IsType<Error.Invalid>(error).Code);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Trial> Trials(ImportedTest test) => test.Definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials);

    private static ImportedTest Read(TrialDesign? design, params string[] tables) => P808Import.Read([.. tables.Select(text => new P808Table("clips.csv", text))], design, "T", 1).Value;
}
