using SpeechScoop.ListeningTests;
using SpeechScoop.Web.ListeningTests.Import;
using static SpeechScoop.Web.Tests.ListeningTests.Import.ImportedYaml;

namespace SpeechScoop.Web.Tests.ListeningTests.Import;

/// <summary>Every construct of webMUSHRA's configurations, written for this test.</summary>
public class WebMushraImportTests
{
    [Fact]
    public void A_mushra_page_becomes_a_trial_with_reference_and_anchors()
    {
        var test = Imported("""
            testname: My test
            testId: my_test
            bufferSize: 2048
            stopOnErrors: true
            showButtonPreviousPage: true
            remoteService: service/write.php
            pages:
                - type: mushra
                  id : trial1
                  name: Monaural
                  content: null
                  showWaveform: false
                  enableLooping: true
                  strict: false
                  reference: configs/resources/audio/ref.wav
                  createAnchor35: true
                  createAnchor70: false
                  randomize: false
                  showConditionNames: true
                  switchBack: true
                  stimuli:
                      C1: configs/resources/audio/c1.wav
                      C2: configs/resources/audio/c2.wav
            """);
        var definition = test.Definition;
        var trial = Trials(definition).Single();

        Assert.Equal(("My test", "en", TrialDesign.Mushra, "trial1", "Monaural", ""), (definition.Title, definition.Language, trial.Design, trial.Id, trial.Title, trial.Question));
        Assert.Equal(["reference", "C1", "C2", "anchor35"], trial.Stimuli.Select(stimulus => stimulus.Id));
        Assert.Equal(["reference", "anchor35", "C1", "C2"], definition.Conditions.Select(condition => condition.Id));
        Assert.Equal((true, false, false, true, true), (definition.Preparation.Anchor35, definition.Preparation.Anchor70, trial.Options.ShuffleStimuli, trial.Options.RestartOnSwitch, trial.Options.Loop));
        Assert.False(trial.Options.Waveform);
        Assert.Equal(["configs/resources/audio/ref.wav", "configs/resources/audio/c1.wav", "configs/resources/audio/c2.wav"], test.Media);
        Assert.Equal(["bufferSize", "showButtonPreviousPage", "remoteService", "pages[0].strict", "pages[0].showConditionNames"], test.NotCarriedOver.Select(note => note.Place));
        Assert.Equal(3, test.NotCarriedOver[0].Line);
        Assert.DoesNotContain(DefinitionCheck.Find(definition), problem => problem.Severity == ProblemSeverity.Error);

        var sha = new string('a', 64);
        var found = test.WithAudio(new Dictionary<string, string> { ["configs/resources/audio/c1.wav"] = sha });
        Assert.Equal([null, sha, null, null], Trials(found).Single().Stimuli.Select(stimulus => stimulus.Source));
    }

    [Fact]
    public void Pages_of_single_stimuli_become_a_trial_each_shuffled_among_themselves()
    {
        var test = Imported("""
            testname: T
            pages:
              - type: bs1116
                id: b
                name: B
                content: ""
                enableLooping: false
                reference: r.wav
                createAnchor35: true
                stimuli: {C1: 1.wav, C2: 2.wav}
              - type: paired_comparison
                id: p
                name: P
                unforced:
                reference: r.wav
                stimuli: {C1: 1.wav}
              - type: paired_comparison
                id: q
                unforced: I cannot tell
                reference: r.wav
                stimuli: {C1: 1.wav}
            """);
        Assert.Equal(["b-C1", "b-C2", "p-C1", "q-C1"], Trials(test.Definition).Select(trial => trial.Id));
        Assert.Equal([TrialDesign.Bs1116, TrialDesign.Bs1116, TrialDesign.Abx, TrialDesign.Abx], Trials(test.Definition).Select(trial => trial.Design));
        Assert.All(Trials(test.Definition), trial => Assert.Equal((2, StimulusRole.Reference), (trial.Stimuli.Count, trial.Stimuli[0].Role)));
        Assert.Equal([TrialOrder.Shuffled, TrialOrder.Shuffled, TrialOrder.Shuffled], Sections(test.Definition).Select(section => section.Order));
        Assert.False(Trials(test.Definition).First().Options.Loop);
        Assert.Equal(["pages[0].createAnchor35", "pages[1]", "pages[2]", "pages[2].unforced"], test.NotCarriedOver.Select(note => note.Place));
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Likert_pages_carry_their_words_scales_and_rules()
    {
        var test = Imported("""
            testname: Likert
            pages:
              - type: likert_single_stimulus
                id: lss
                name: One
                mustRate: true
                mustPlayback: ended
                randomize: false
                showWaveform: true
                maxStimuli: 1
                stimuli: {C1: 1.wav, C2: 2.wav}
                response:
                  - - value: 5
                      label: Excellent
                    - value: 1
                      label: Bad
                      img: a.png
                  - - {value: 1, label: "Yes"}
                    - {value: 0, label: "No"}
              - type: likert_multi_stimulus
                id: lms
                mustRate: false
                mustPlayback: processUpdate
                stimuli: {C1: 1.wav, C2: 2.wav}
                response:
                  - value: not at all
                  - value: very much
                    label: Very <b>much</b>
            """);
        var (single, multi) = (Trials(test.Definition).First(), Trials(test.Definition).Last());

        Assert.Equal((1, 2), (Sections(test.Definition)[0].PerListener, Sections(test.Definition)[0].Trials.Count));
        Assert.Equal(["likert1", "likert2"], single.Scales.Select(scale => scale.Id));
        Assert.Equal([new(5, "Excellent"), new ScalePoint(1, "Bad")], single.Scales[0].Points);
        Assert.Equal((true, PlayRule.ToTheEnd), (single.Options.MustRate, single.Options.MustPlay));
        Assert.Equal((false, PlayRule.Started, 2, "likert"), (multi.Options.MustRate, multi.Options.MustPlay, multi.Stimuli.Count, multi.Scales.Single().Id));
        Assert.Equal([new(1, "not at all"), new ScalePoint(2, "Very much")], multi.Scales[0].Points);
        Assert.Equal(["pages[0].randomize", "pages[0].showWaveform", "pages[0].response[0].img", "pages[1].response", "pages[1].response[1].label"], test.NotCarriedOver.Select(note => note.Place));
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void A_response_of_one_answer_is_a_confirmation_that_can_be_published()
    {
        var test = Imported("""
            testname: Training
            pages:
              - type: likert_multi_stimulus
                id: training
                name: Training
                content: Listen to each.
                mustRate: true
                stimuli:
                    C1: 1.wav
                    C2: 2.wav
                response:
                  - value: listened
                    label: I listened to this item
            """);
        var scale = Trials(test.Definition).Single().Scales.Single();
        Assert.Equal((1, 2), (scale.Minimum, scale.Maximum));
        Assert.Equal([new ScalePoint(1, "I listened to this item")], scale.Points);
        var problems = DefinitionCheck.Find(test.Definition);
        Assert.DoesNotContain(problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Contains(problems, problem => problem.Code == "points-single");
        Assert.Contains(test.NotCarriedOver, note => note.Message.Contains("one answer only", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_scales_with_the_same_words_stay_two_and_many_stimuli_of_one_file_stay_many()
    {
        var test = Imported("""
            testname: Many
            pages:
              - type: likert_single_stimulus
                id: lss
                name: Likert
                stimuli: {C1: 1.wav}
                response:
                  -
                    - value: no
                      label: No
                    - value: yes
                      label: Yes
                  -
                    - value: no
                      label: No
                    - value: yes
                      label: Yes
              - type: paired_comparison
                id: pair
                unforced: 
                reference: r.wav
                stimuli:
                    C1: 1.wav
                    C2: 1.wav
                    C3: 1.wav
              - type: finish
                name: Thanks
                content: Bye
                popupcontent: never read
            """);
        var likert = Trials(test.Definition).First();
        Assert.Equal(["likert1", "likert2"], likert.Scales.Select(scale => scale.Id));
        Assert.Equal(["C1", "C2", "C3"], Trials(test.Definition).Where(trial => trial.Design == TrialDesign.Abx).Select(trial => trial.Stimuli.Single(stimulus => stimulus.Role is StimulusRole.System).Condition).Order());
        Assert.Equal("Bye", test.Definition.Finish.Message);
        Assert.Contains(test.NotCarriedOver, note => note.Message.Contains("'popupcontent' is no known field", StringComparison.Ordinal));
        Assert.DoesNotContain(test.NotCarriedOver, note => note.Message.Contains("third answer", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_of_instructions_and_trials_in_a_shuffled_list_keep_their_trials_together()
    {
        var test = Imported("""
            testname: Blocks
            pages:
             -
              - random   
              -                                 
               - type: generic
                 id: a_instructions
                 name: A
                 content: The next pages are BS.1116.
               - type: bs1116
                 id: a
                 reference: r.wav
                 createAnchor35: false
                 stimuli:
                  C1: 1.wav
                  C2: 2.wav
              -
               - type: paired_comparison
                 id: b
                 unforced: I don't know
                 reference: r.wav
                 stimuli:
                  C1: 1.wav
            """);
        var section = Sections(test.Definition).Single();
        Assert.Equal(TrialOrder.Shuffled, section.Order);
        Assert.Equal([TrialDesign.Bs1116, TrialDesign.Bs1116, TrialDesign.Abx], section.Trials.Select(trial => trial.Design));
        Assert.Equal(section.Trials[0].Group, section.Trials[1].Group);
        Assert.NotEqual(section.Trials[1].Group, section.Trials[2].Group);
        Assert.IsType<TextSection>(test.Definition.Sections[0]);
        Assert.DoesNotContain(DefinitionCheck.Find(test.Definition), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Pages_around_the_trials_become_sections()
    {
        var test = Imported("""
            testname: T
            language: de
            pages:
              - {type: generic, id: first, name: Welcome, content: "<h1>Hello</h1><p>Read &amp; listen.</p><script>alert(1)</script><audio src='x.wav'></audio>"}
              - {type: consent, id: c, name: Consent, content: Agree?, mustConsent: true}
              - {type: volume, id: v, name: Volume, content: Set it, stimulus: loud.wav, defaultVolume: 0.25}
              - {type: mushra, id: m, reference: r.wav, stimuli: {C1: 1.wav}}
              - type: finish
                name: Thank you
                content: Some questions
                popupContent: Done
                showResults: true
                writeResults: true
                questionnaire:
                  - {type: text, label: E-mail, name: email, optional: true}
                  - {type: number, label: <i>Age</i>, name: age, min: 0, max: 100, default: 30}
                  - type: likert
                    name: gen der
                    label: Gender
                    response: [{value: female, label: Female}, {value: male, label: Male}]
                  - {type: long_text, label: Feedback, name: feedback}
            """);
        var sections = test.Definition.Sections;

        Assert.Equal(new TextSection { Title = "Welcome", Text = "Hello\nRead & listen." }, sections[0]);
        Assert.Equal(new ConsentSection { Title = "Consent", Text = "Agree?" }, sections[1]);
        Assert.Equal(0.25, Assert.IsType<VolumeSection>(sections[2]).DefaultVolume);
        var fields = Assert.IsType<QuestionnaireSection>(sections[4]).Fields;
        Assert.Equal(["email", "age", "gen_der", "feedback"], fields.Select(field => field.Name));
        Assert.Equal([FieldType.Text, FieldType.Number, FieldType.Choice, FieldType.LongText], fields.Select(field => field.Type));
        Assert.Equal((true, 100d), (fields[0].Optional, fields[1].Maximum));
        Assert.Equal(["Female", "Male"], fields[2].Choices);
        Assert.Equal(("Done", "de"), (test.Definition.Finish.Message, test.Definition.Language));
        Assert.Equal(["loud.wav", "r.wav", "1.wav"], test.Media);
        Assert.Equal("b", Assert.IsType<VolumeSection>(test.WithAudio(new Dictionary<string, string> { ["loud.wav"] = "b" }).Sections[2]).Clip);
        Assert.Contains(test.NotCarriedOver, note => note.Place == "pages[0].content" && note.Message.Contains("script, audio", StringComparison.Ordinal));
        Assert.Equal("Age", fields[1].Label);
        Assert.Contains(test.NotCarriedOver, note => note.Place == "pages[4].questionnaire[1].label");
        Assert.Contains(test.NotCarriedOver, note => note.Place == "pages[4].showResults");
        Assert.Contains(test.NotCarriedOver, note => note.Place == "pages[4].questionnaire[1].default");
    }

    [Fact]
    public void Two_questions_of_one_name_get_columns_of_their_own()
    {
        var test = Imported("""
            testname: T
            pages:
              - {type: mushra, id: a, reference: r.wav, stimuli: {C1: 1.wav}}
              - {type: finish, name: End, questionnaire: [{type: text, name: mail, label: Mail}, {type: long_text, name: mail, label: Again}]}
            """);
        Assert.Equal(["mail", "mail-2"], test.Definition.Sections.OfType<QuestionnaireSection>().Single().Fields.Select(field => field.Name));
        Assert.Contains(test.NotCarriedOver, note => note.Message == "The column 'mail' is called 'mail-2' here.");
    }

    [Fact]
    public void Nested_lists_are_kept_in_order_or_shuffled_in_blocks()
    {
        var test = Imported("""
            testname: T
            pages:
              - {type: mushra, id: a, reference: r.wav, stimuli: {C1: 1.wav}}
              -
                - {type: mushra, id: b, reference: r.wav, stimuli: {C1: 1.wav}}
              -
                - random
                - {type: mushra, id: c, reference: r.wav, stimuli: {C1: 1.wav}}
                -
                  - {type: mushra, id: d, reference: r.wav, stimuli: {C1: 1.wav}}
                  - {type: mushra, id: e, reference: r.wav, stimuli: {C1: 1.wav}}
                -
                  - random
                  - {type: mushra, id: f, reference: r.wav, stimuli: {C1: 1.wav}}
                  - {type: mushra, id: g, reference: r.wav, stimuli: {C1: 1.wav}}
                - {type: generic, id: h, name: Pause, content: Rest}
              - {type: mushra, id: i, reference: r.wav, stimuli: {C1: 1.wav}}
            """);
        var sections = Sections(test.Definition);
        Assert.Equal([TrialOrder.Fixed, TrialOrder.Shuffled, TrialOrder.Fixed], sections.Select(section => section.Order));
        Assert.Equal(["a b", "c d e f g", "i"], sections.Select(section => string.Join(' ', section.Trials.Select(trial => trial.Id))));
        Assert.Equal([null, "block-1", "block-1", "block-2", "block-2"], sections[1].Trials.Select(trial => trial.Group));
        Assert.Equal(["pages[2][3]", "pages[2][4]"], test.NotCarriedOver.Select(note => note.Place));
        Assert.IsType<TextSection>(test.Definition.Sections[1]);
    }
}
