namespace SpeechScoop.Web.Recognizers.Report;

/// <summary>What figures were computed from, as it came.</summary>
/// <param name="Name">A file's name.</param>
/// <param name="From">Where it comes from, in words.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content, 64 hexadecimal digits.</param>
/// <param name="Content">Null where it is not attached, for the reason in <paramref name="WhyNot"/>.</param>
internal sealed record RawFile(string Name, string From, long Bytes, string Sha256, byte[]? Content, string? WhyNot);
