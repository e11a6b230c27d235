using Microsoft.AspNetCore.SignalR;
using SpeechScoop.Storage.Live;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>
/// Carries microphone frames in and results out. It only moves frames into a session; models run elsewhere, since a hub
/// method that waits holds up its whole connection.
/// </summary>
internal sealed class LiveHub(RecognitionSessions sessions, LiveTrialStore trials, LiveOptions options) : Hub<ILiveClient>
{
    private const string UploadCount = "uploads";

    /// <summary>Takes a trial's audio: 16 kHz mono 16-bit little-endian frames. The stream's end is the utterance's end.</summary>
    /// <param name="trialId">A recognition trial that runs.</param>
    /// <param name="fromSample">Where the stream begins: 0, or what <see cref="Received"/> said after a reconnect.</param>
    /// <param name="frames">20–40 ms each.</param>
    /// <returns>Samples that the trial has.</returns>
    public async Task<long> UploadAudio(string trialId, long fromSample, IAsyncEnumerable<byte[]> frames)
    {
        var session = await FindAsync(trialId);
        if (fromSample < 0) throw Refusal("audio-gap", "fromSample is negative; a stream begins at sample 0 or later.");
        BeginUpload();
        var upload = session.BeginUpload();
        try
        {
            var next = fromSample;
            await foreach (var frame in frames.WithCancellation(Context.ConnectionAborted))
            {
                Check(frame);
                if (!(await session.WriteAsync(upload, next, frame)).TryGet(out var goesOn, out var error)) throw Refusal(error.Code, error.Message);
                if (!goesOn) return session.Received;
                next += frame.Length / LiveAudio.BytesPerSample;
            }
            // A stream also just ends when its connection breaks.
            if (Context.ConnectionAborted.IsCancellationRequested) session.Lose(upload);
            else await session.EndUploadAsync(upload);
            return session.Received;
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // The connection broke: nobody waits for an answer, and nothing is wrong here.
            session.Lose(upload);
            return session.Received;
        }
        catch
        {
            session.Lose(upload);
            throw;
        }
        finally
        {
            EndUpload();
        }
    }

    /// <summary>Samples of a trial's audio that are here: where to resume after a reconnect.</summary>
    public async Task<long> Received(string trialId) => (await FindAsync(trialId)).Received;

    /// <summary>Sends this connection a trial's results, those so far at once.</summary>
    public async Task Watch(string trialId)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, trialId);
        if (sessions.Find(trialId) is { } session)
            session.Outbox.Post(new TrialEvent.Replay(Clients.Caller));
        else if ((await trials.FindAsync(trialId)).Error is { } error)
            throw Refusal(error.Code, error.Message);
        else
            await Clients.Caller.Closed(trialId);
    }

    private async Task<RecognitionSession> FindAsync(string trialId)
    {
        if (sessions.Find(trialId) is { } session) return session;
        if ((await trials.FindAsync(trialId)).Error is { } error) throw Refusal(error.Code, error.Message);
        throw Refusal("trial-closed", "The trial has ended and takes no more audio. Its results are stored; start another trial.");
    }

    private void Check(byte[] frame)
    {
        if (frame.Length % LiveAudio.BytesPerSample != 0) throw Refusal("frame-odd", $"A frame has {frame.Length} bytes; frames are 16-bit samples, so the number is even.");
        if (frame.Length > options.MaximumFrameBytes) throw Refusal("frame-too-large", $"A frame has {frame.Length} bytes; up to {options.MaximumFrameBytes} are taken. Send 20 to 40 ms at a time.");
    }

    private void BeginUpload()
    {
        var count = Context.Items.TryGetValue(UploadCount, out var known) ? (int)known! : 0;
        if (count >= options.MaximumUploadsPerConnection)
            throw Refusal("too-many-uploads", $"This connection has {count} uploads open, as many as it may. End one first.");
        Context.Items[UploadCount] = count + 1;
    }

    private void EndUpload() => Context.Items[UploadCount] = (int)Context.Items[UploadCount]! - 1;

    private static HubException Refusal(string code, string message) => new($"{code}: {message}");
}
