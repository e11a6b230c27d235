using System.Globalization;
using System.Text;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.Reports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>Values with their intervals as an SVG of its own, in the colours of the light pages.</summary>
internal static class IntervalSvg
{
    private const int Width = 900;
    private const int Left = 240;
    private const int Right = 680;
    private const int RowHeight = 34;

    private static readonly string[] Colours = ["#0b5cab", "#c94f00", "#00805c", "#ad3f7c", "#8f6a00", "#1b87b5", "#5f45b5", "#4b3621"];

    /// <summary>One line of the plot.</summary>
    /// <param name="Figure">The numbers as they are written; null for two digits after the point.</param>
    internal sealed record Row(string Title, int Colour, Estimate Estimate, string? Figure = null);

    public static string Draw(string label, double minimum, double maximum, IReadOnlyList<Row> rows)
    {
        var bottom = rows.Count * RowHeight;
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{ReportHtml.Text(label)}\" viewBox=\"0 0 {Width} {bottom + 28}\" width=\"{Width}\" height=\"{bottom + 28}\">");
        foreach (var tick in Enumerable.Range(0, 5).Select(part => minimum + (part * (maximum - minimum) / 4)))
            Add(svg, $"<line x1=\"{X(tick):0.##}\" x2=\"{X(tick):0.##}\" y1=\"0\" y2=\"{bottom}\" stroke=\"#d6dbe1\"/><text x=\"{X(tick):0.##}\" y=\"{bottom + 20}\" text-anchor=\"middle\">{tick:0.##}</text>");
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, y) = (rows[index], (index * RowHeight) + (RowHeight / 2));
            var colour = row.Colour < 0 ? "#6a737e" : Colours[row.Colour % Colours.Length];
            var title = row.Title.Length > 30 ? row.Title[..29] + "…" : row.Title;
            Add(svg, $"<text x=\"0\" y=\"{y + 5}\">{ReportHtml.Text(title)}</text><text x=\"{Width}\" y=\"{y + 5}\" text-anchor=\"end\">{ReportHtml.Text(row.Figure ?? MethodsText.WithInterval(row.Estimate))}</text>");
            if (row.Estimate is { Low: { } low, High: { } high })
                Add(svg, $"<path d=\"M{X(low):0.##} {y}H{X(high):0.##}M{X(low):0.##} {y - 5}v10M{X(high):0.##} {y - 5}v10\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"none\"/>");
            Add(svg, $"<circle cx=\"{X(row.Estimate.Value):0.##}\" cy=\"{y}\" r=\"6\" fill=\"{colour}\"/>");
        }
        return svg.Append("</svg>\n").ToString();

        double X(double value) => Left + (Math.Clamp((value - minimum) / (maximum - minimum), 0, 1) * (Right - Left));
    }

    private static void Add(StringBuilder svg, FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture));
}
