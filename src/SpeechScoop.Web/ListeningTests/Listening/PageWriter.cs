using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>Writes pages as listeners see them.</summary>
internal sealed class PageWriter(ListeningRatingStore ratings, ListeningResponseStore responses, ListeningEventStore events, DigitsScreen screen)
{
    /// <summary>One page of a session.</summary>
    /// <param name="address">Of the session in the API: audio is below it.</param>
    public async Task<Result<PageView>> WriteAsync(OpenedSession opened, int index, string address)
    {
        var page = opened.Plan.Plan.Pages[index];
        var section = opened.Content.Definition.Sections[page.Section];
        string Audio(string label) => $"{address}/pages/{index}/audio/{label}";
        var view = new PageView(index, Kind(section), section.Title, section.Text, Done: index < opened.Session.Position);
        switch (section)
        {
            case ConsentSection consent:
                return view with { Optional = consent.Optional };
            case QuestionnaireSection questionnaire:
                return view with { Fields = questionnaire.Fields };
            case VolumeSection volume:
                return view with { Audio = Audio(PageLabels.Volume), DefaultVolume = volume.DefaultVolume };
            case HeadphoneSection headphones:
                if (!(await responses.OfSessionAsync(opened.Session.Id)).TryGet(out var given, out var error)) return error;
                var attempts = given.Count(response => response.Page == index);
                return view with
                {
                    Questions = [.. Enumerable.Range(1, headphones.Questions).Select(question => new AudioView(Audio($"{question}")))],
                    PassMark = headphones.PassMark,
                    AttemptsLeft = Math.Max(0, headphones.Attempts - attempts),
                    Excludes = headphones.Excludes,
                };
            case DigitsSection digits:
                if (!(await screen.ProgressAsync(opened.Content.Definition, digits, opened.Plan, index)).TryGet(out var progress, out error)) return error;
                return view with { Audio = $"{address}/pages/{index}/audio", Digits = new(progress.Right.Count + 1, digits.Triplets), Excludes = digits.Excludes };
            case TrialSection:
                if (!(await ratings.OfSessionAsync(opened.Session.Id, index)).TryGet(out var known, out error)) return error;
                if (!(await events.HeardAsync(opened.Session.Id, index)).TryGet(out var heard, out error)) return error;
                var trial = opened.Content.Trial(page.Trial!)!;
                return view with { Title = trial.Title, Trial = Trial(opened, index, trial, known, heard, Audio) };
            default:
                return view;
        }
    }

    private static TrialView Trial(OpenedSession opened, int index, Trial trial, IReadOnlyList<ListeningRating> known, IReadOnlyList<HeardSound> heard, Func<string, string> audio)
    {
        var sections = opened.Content.Definition.Sections;
        var pages = opened.Plan.Plan.Pages;
        var page = pages[index];
        var training = ((TrialSection)sections[page.Section]).Training;
        bool IsAlike(PlannedPage other) => sections[other.Section] is TrialSection section && section.Training == training;
        var scales = StandardScales.For(trial, opened.Content.Definition.Language);
        return new TrialView(
            trial.Design,
            pages.Take(index + 1).Count(IsAlike),
            pages.Count(IsAlike),
            training,
            page.Repeat,
            StandardScales.Question(trial, opened.Content.Definition.Language),
            trial.Options,
            StimulusOrder.HasOpenReference(trial.Design) ? new AudioView(audio(PageLabels.Reference)) : null,
            [.. page.Stimuli.Select((_, position) => PageLabels.At(trial.Design, position)).Select(label => new StimulusView(label, audio(label)))],
            page.X is null ? null : new AudioView(audio(PageLabels.X)),
            [.. page.Scales.Select(id => scales.First(scale => scale.Id == id))],
            [.. known.Select(rating => new GivenRatingView(
                PageLabels.Of(page, trial.Design, rating.Stimulus),
                rating.OtherStimulus is { } other ? PageLabels.Of(page, trial.Design, other) : null,
                rating.Scale,
                trial.Design is TrialDesign.Abx ? null : rating.Value,
                rating.Text))],
            [.. heard.Select(sound => sound.Label).Union(known.Where(rating => rating.Plays > 0).Select(rating => PageLabels.Of(page, trial.Design, rating.Stimulus)))],
            [.. heard.Where(sound => sound.Whole).Select(sound => sound.Label)]);
    }

    private static string Kind(TestSection section) => section switch
    {
        ConsentSection => "consent",
        TextSection => "text",
        QuestionnaireSection => "questionnaire",
        VolumeSection => "volume",
        HeadphoneSection => "headphones",
        DigitsSection => "digits",
        _ => "trial",
    };
}
