using System.Numerics.Tensors;
using System.Text;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Best-path CTC decoding of a character head: the most probable symbol of each frame, repeats and blanks dropped.</summary>
public sealed class CharacterDecoder(SymbolTable table) : ICtcDecoder
{
    private readonly List<DecodedWord> words = [];
    private readonly StringBuilder word = new();
    private int last = table.Blank;
    private int start;
    private int end;
    private bool finished;

    /// <inheritdoc/>
    public int FrameCount { get; private set; }

    /// <inheritdoc/>
    public int TrailingBlankFrames { get; private set; }

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<float> logProbabilities, int frames)
    {
        if (finished) throw new InvalidOperationException("The decoder has finished; make a new one for the next segment.");
        for (var frame = 0; frame < frames; frame++)
        {
            Take(TensorPrimitives.IndexOfMax(logProbabilities.Slice(frame * table.Count, table.Count)));
            FrameCount++;
        }
    }

    /// <inheritdoc/>
    public DecodedText Partial() => word.Length == 0
        ? new DecodedText([.. words], words.Count)
        : new DecodedText([.. words, new DecodedWord(word.ToString(), start, end)], words.Count);

    /// <inheritdoc/>
    public DecodedText Finish()
    {
        finished = true;
        EndWord();
        return new DecodedText([.. words], words.Count);
    }

    private void Take(int symbol)
    {
        TrailingBlankFrames = symbol == table.Blank ? TrailingBlankFrames + 1 : 0;
        if (symbol == table.Boundary)
        {
            EndWord();
        }
        else if (symbol != table.Blank)
        {
            if (symbol != last)
            {
                start = word.Length == 0 ? FrameCount : start;
                word.Append(table.Symbols[symbol]);
            }

            end = FrameCount + 1;
        }

        last = symbol;
    }

    private void EndWord()
    {
        if (word.Length > 0)
        {
            words.Add(new DecodedWord(word.ToString(), start, end));
            word.Clear();
        }
    }
}
