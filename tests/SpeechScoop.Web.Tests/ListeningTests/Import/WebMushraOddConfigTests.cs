using SpeechScoop.ListeningTests;
using SpeechScoop.Web.ListeningTests.Import;
using static SpeechScoop.Web.Tests.ListeningTests.Import.ImportedYaml;

namespace SpeechScoop.Web.Tests.ListeningTests.Import;

/// <summary>Configurations as people write them: merged, untidy, with parts that mean nothing here, and hostile ones.</summary>
public class WebMushraOddConfigTests
{
    [Fact]
    public void Merge_keys_fill_in_what_a_map_does_not_say_itself()
    {
        var test = Imported("""
            testname: T
            usual: &usual {type: mushra, reference: r.wav, createAnchor35: true, stimuli: {C1: 1.wav}}
            pages:
              - {<<: *usual, id: a}
              - <<: [{reference: other.wav, type: mushra}, *usual]
                id: b
            """);
        var trials = Sections(test.Definition).SelectMany(section => section.Trials).ToArray();
        Assert.Equal(["a", "b"], trials.Select(trial => trial.Id));
        Assert.Equal(["r.wav", "other.wav"], trials.Select(trial => trial.Stimuli[0].Provenance!.File));
        Assert.All(trials, trial => Assert.Equal(["reference", "C1", "anchor35"], trial.Stimuli.Select(stimulus => stimulus.Condition)));
        Assert.Equal(["usual"], test.NotCarriedOver.Select(note => note.Place));
    }

    [Fact]
    public void A_line_that_is_indented_with_a_tab_is_named()
    {
        var error = YamlConfig.Read("testname: T\npages:\n\t- type: generic\n").Error;
        Assert.Equal("Line 3 of the configuration is indented with a tab, which YAML forbids. Indent with spaces.", error?.Message);
    }

    [Fact]
    public void Unquoted_colons_that_strict_yaml_refuses_are_taken_as_text()
    {
        var test = Imported("""
            testname: Default: the 'usual' test
            pages:
                - type: generic
                  id: first_page
                  name: Welcome
                  content: Here is how it works: press the button: it's easy
                - type: likert_multi_stimulus
                  id: l
                  stimuli: {C1: 1.wav}
                  response:
                   - value: 1
                     label: worst: really
                   - value: 2
                     label: best
                - type: finish
                  name: Thanks
                  content: Bye
            """);
        Assert.Equal("Default: the 'usual' test", test.Definition.Title);
        Assert.Equal("Here is how it works: press the button: it's easy", Assert.IsType<TextSection>(test.Definition.Sections[0]).Text);
        Assert.Equal("worst: really", Trials(test.Definition).Single().Scales[0].Points[0].Label);
    }

    [Fact]
    public void Spatial_pages_are_refused_with_a_reason_and_the_rest_is_kept()
    {
        var test = Imported("""
            testname: Spatial
            pages:
              - {type: generic, id: s, name: A, content: B}
              - {type: spatial, id: s, name: Where, content: "", framerate: 30, roomMeasurements: [6, 3, 8], stimuli: {C1: 1.wav}, responses: [{type: asw, name: a, color: 0xFF0000}]}
              - {type: mushra, id: s, reference: r.wav, stimuli: {C1: 1.wav}}
            """);
        Assert.Equal(2, test.Definition.Sections.Count);
        Assert.Contains("cannot be imported", Assert.Single(test.NotCarriedOver).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_ids_unknown_fields_and_missing_parts_are_listed_and_never_lost_in_silence()
    {
        var test = Imported("""
            testname: T
            colour: red
            pages:
              - {type: mushra, id: m, reference: r.wav, createAnchor35: true, stimuli: {C 1: 1.wav, reference: 2.wav, C3: }}
              - {type: mushra, id: m, stimuli: {C 1: 1.wav}, volume: 11}
              - {type: dance, id: d}
              - {id: e}
              - just text
            """);
        Assert.Equal(["m", "m-2"], Trials(test.Definition).Select(trial => trial.Id));
        Assert.Equal(["reference", "C-1", "reference-2", "anchor35"], Trials(test.Definition).First().Stimuli.Select(stimulus => stimulus.Id));
        Assert.Equal(
            ["colour", "pages[0].stimuli.C 1", "pages[0].stimuli.C3", "pages[0].stimuli.reference", "pages[1].createAnchor35", "pages[1].id", "pages[1].reference", "pages[1].volume", "pages[2].type", "pages[3]", "pages[4]"],
            test.NotCarriedOver.Select(note => note.Place).Order(StringComparer.Ordinal));
        Assert.Contains(DefinitionCheck.Find(test.Definition), problem => problem.Code == "reference-missing");
    }

    [Theory]
    [InlineData("pages: [1, 2", "yaml-malformed")]
    [InlineData("a: b: c", "yaml-malformed")]
    [InlineData("testname: T\ntestname: U\npages: []", "yaml-malformed")]
    [InlineData("a: *nowhere", "yaml-malformed")]
    [InlineData("", "yaml-empty")]
    [InlineData("just text", "webmushra-not-a-map")]
    [InlineData("testname: T", "webmushra-no-pages")]
    [InlineData("testname: T\npages: []", "webmushra-no-pages")]
    public void What_is_no_configuration_is_refused_with_a_cure(string text, string code)
    {
        var error = YamlConfig.Read(text).Then(root => WebMushraImport.Read(root, 1)).Error;
        Assert.Equal(code, Assert.IsType<Error.Invalid>(error).Code);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_yaml_names_its_line() =>
        Assert.StartsWith("Line 2, column 1", YamlConfig.Read("testname: T\npages: {a: b: c}\n").Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Bombs_of_depth_and_aliases_are_refused()
    {
        Assert.Equal("yaml-malformed", YamlConfig.Read(new string('[', 100_000)).Error!.Code);
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Contains("more than", YamlConfig.Read(laughs).Error!.Message, StringComparison.Ordinal);
    }
}
