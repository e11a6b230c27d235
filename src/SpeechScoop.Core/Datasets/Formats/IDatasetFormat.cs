namespace SpeechScoop.Datasets.Formats;

/// <summary>A way to write down a dataset's items.</summary>
public interface IDatasetFormat
{
    /// <summary>What people call it, such as <c>JSON lines</c>.</summary>
    string Title { get; }

    /// <summary>Whether a file is probably in this format. Of several that fit, the first of <see cref="DatasetFormats.All"/> reads it.</summary>
    /// <param name="fileName">Its name, in any case.</param>
    /// <param name="text">The whole text, without a byte-order mark.</param>
    /// <param name="hasRecordings">Whether recordings come with it.</param>
    bool Fits(string fileName, string text, bool hasRecordings);

    /// <summary>Reads it: every problem, not only the first.</summary>
    /// <param name="fileName">For the places of problems.</param>
    /// <param name="text">The whole text, without a byte-order mark.</param>
    DraftRows Read(string fileName, string text);
}
