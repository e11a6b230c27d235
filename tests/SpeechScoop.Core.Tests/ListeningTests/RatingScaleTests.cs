using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class RatingScaleTests
{
    [Theory]
    [InlineData("acr", 1, null)]
    [InlineData("acr", 5, null)]
    [InlineData("mushra", 0, null)]
    [InlineData("mushra", 100, null)]
    [InlineData("preference", -1, "B")]
    [InlineData("preference", 0, "B")]
    [InlineData("preference", 1, "B")]
    public void Values_on_the_scale_are_accepted(string scale, int value, string? other) =>
        Assert.Equal(value, RatingScale.Find(scale).Value.Validate(value, "A", other).Value);

    [Theory]
    [InlineData("acr", 0, null, "rating-out-of-range")]
    [InlineData("acr", 6, null, "rating-out-of-range")]
    [InlineData("acr", 3.5, null, "rating-out-of-range")]
    [InlineData("acr", double.NaN, null, "rating-out-of-range")]
    [InlineData("mushra", -1, null, "rating-out-of-range")]
    [InlineData("mushra", 100.5, null, "rating-out-of-range")]
    [InlineData("mushra", double.PositiveInfinity, null, "rating-out-of-range")]
    [InlineData("preference", 2, "B", "rating-out-of-range")]
    [InlineData("preference", 1, null, "rating-needs-other")]
    [InlineData("preference", 1, "", "rating-needs-other")]
    [InlineData("preference", 1, "A", "rating-same-stimulus")]
    [InlineData("acr", 3, "B", "rating-other-unexpected")]
    public void Everything_else_is_refused_with_a_reason(string scale, double value, string? other, string code)
    {
        var error = Assert.IsType<Error.Invalid>(RatingScale.Find(scale).Value.Validate(value, "A", other).Error);
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void A_refusal_names_value_scale_and_range() =>
        Assert.Equal("value is 6: on scale acr it must be a whole number from 1 to 5.", AcrScale.Instance.Validate(6, "A").Error!.Message);

    [Theory]
    [InlineData("ACR")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_scale_is_refused_with_the_known_ones(string? id)
    {
        var error = Assert.IsType<Error.Invalid>(RatingScale.Find(id).Error);
        Assert.Contains("acr, mushra, preference", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_cover_their_scale_from_end_to_end() => Assert.All(RatingScale.All, scale =>
    {
        Assert.Equal(scale.Maximum, scale.Labels[0].To);
        Assert.Equal(scale.Minimum, scale.Labels[^1].From);
    });
}
