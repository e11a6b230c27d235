using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.ListeningTests;

public sealed class HeadphoneTonesTests
{
    private const int Rate = 48_000;

    [Fact]
    public void Through_headphones_the_right_answer_is_6_decibels_quieter_in_both_ears()
    {
        foreach (var question in HeadphoneTones.Make(1, 6))
        {
            for (var ear = 0; ear < 2; ear++)
            {
                for (var place = 1; place <= 3; place++)
                    Assert.Equal(place == question.Quiet ? -26 : -20, Levels.RmsDb(Steady(question.Clip, ear, place)), 0.01);
            }
        }
    }

    [Fact]
    public void In_a_room_the_antiphase_tone_cancels_itself_and_becomes_the_quietest()
    {
        foreach (var question in HeadphoneTones.Make(2, 6))
        {
            var room = question.Clip.ToMono();
            Assert.NotEqual(question.Quiet, question.Antiphase);
            for (var place = 1; place <= 3; place++)
            {
                var expected = place == question.Antiphase ? Levels.SilenceDb : place == question.Quiet ? -26 : -20;
                Assert.Equal(expected, Levels.RmsDb(Steady(room, 0, place)), 0.01);
            }
        }
    }

    [Fact]
    public void A_tone_has_200_hertz_lasts_a_second_and_begins_and_ends_softly()
    {
        var clip = HeadphoneTones.Make(3, 1)[0].Clip;
        Assert.Equal(4 * Rate, clip.Length);
        var tone = clip.Channel(0)[..Rate].ToArray();
        var crossings = Enumerable.Range(1, Rate - 1).Count(i => tone[i - 1] < 0 && tone[i] >= 0);
        Assert.InRange(crossings, 199, 200);
        Assert.Equal(0, Levels.Peak(clip.Channel(0)[Rate..(Rate * 3 / 2)]));
        // Raised cosine of 100 ms: the envelope is 2.4 % after 10 ms, a half after 50 ms.
        var steady = Levels.Peak(tone.AsSpan(Rate / 4, Rate / 2));
        Assert.InRange(Levels.Peak(tone.AsSpan(0, Rate / 100)) / steady, 0.001f, 0.03f);
        Assert.InRange(Levels.Peak(tone.AsSpan(Rate - (Rate / 100))) / steady, 0.001f, 0.03f);
        Assert.InRange(Levels.Peak(tone.AsSpan(0, Rate / 20)) / steady, 0.4f, 0.55f);
    }

    [Fact]
    public void Six_questions_hold_each_order_once_so_that_always_giving_one_answer_scores_two()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var questions = HeadphoneTones.Make(seed, 6, 8_000);
            Assert.Equal(6, questions.Select(q => (q.Quiet, q.Antiphase)).Distinct().Count());
            foreach (var answer in new[] { 1, 2, 3 }) Assert.Equal(2, questions.Count(q => q.Quiet == answer));
        }
    }

    [Fact]
    public void The_seed_decides_the_order()
    {
        static string Order(long seed) => string.Join(' ', HeadphoneTones.Make(seed, 12, 8_000).Select(q => q.Quiet));
        Assert.Equal(Order(5), Order(5));
        Assert.True(Enumerable.Range(0, 10).Select(seed => Order(seed)).Distinct().Count() > 5);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HeadphoneTones.Make(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HeadphoneTones.Make(1, 6, 4_000));
    }

    /// <summary>The middle of a tone, without its edges.</summary>
    private static ReadOnlySpan<float> Steady(AudioClip clip, int channel, int place) =>
        clip.Channel(channel).Slice(((place - 1) * Rate * 3 / 2) + (Rate / 4), Rate / 2);
}
