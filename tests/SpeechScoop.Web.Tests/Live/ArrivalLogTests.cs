using SpeechScoop.Web.Live.Recognition;

namespace SpeechScoop.Web.Tests.Live;

public sealed class ArrivalLogTests
{
    [Fact]
    public void The_delay_counts_from_the_arrival_of_the_newest_sample_covered()
    {
        var clock = new SteppedClock();
        var log = new ArrivalLog(clock);
        Assert.Equal(TimeSpan.Zero, log.DelayOf(100));
        for (var frame = 1; frame <= 100; frame++)
        {
            clock.Milliseconds = frame * 20;
            log.Add(frame * 320);
        }
        clock.Milliseconds = 2500;
        Assert.Equal(500, log.DelayOf(100 * 320).TotalMilliseconds);
        Assert.Equal(500, log.DelayOf((99 * 320) + 1).TotalMilliseconds);
        Assert.Equal(520, log.DelayOf(99 * 320).TotalMilliseconds);
        Assert.Equal(2480, log.DelayOf(1).TotalMilliseconds);
        Assert.Equal(500, log.DelayOf(1_000_000).TotalMilliseconds);
    }

    [Fact]
    public void Audio_older_than_the_log_counts_from_its_oldest_entry()
    {
        var clock = new SteppedClock();
        var log = new ArrivalLog(clock);
        for (var frame = 1; frame <= 10_000; frame++)
        {
            clock.Milliseconds = frame * 20;
            log.Add(frame * 320);
        }
        Assert.Equal((10_000 - 5905) * 20, log.DelayOf(320).TotalMilliseconds);
    }

    [Fact]
    public void The_clock_begins_when_the_first_sample_was_spoken()
    {
        var clock = new SteppedClock { Milliseconds = 5000 };
        var log = new ArrivalLog(clock);
        Assert.Equal((0.0, 0.0), log.Now);
        log.Add(320);
        Assert.Equal((0.02, 0.02), log.Now);
        clock.Milliseconds = 5500;
        log.Add(3200);
        Assert.Equal((0.2, 0.52), log.Now);
    }

    private sealed class SteppedClock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}
