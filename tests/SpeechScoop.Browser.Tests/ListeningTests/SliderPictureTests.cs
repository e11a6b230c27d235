using Microsoft.Playwright;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Browser.Tests.Pages;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>A slider shows the value that it has: its handle stands on the scale's line of that value, in the pixels that a listener sees.</summary>
public sealed class SliderPictureTests(Application application)
{
    /// <summary>Where the handle's middle lies in a picture of the slider, in px: the mean of the rows (or columns) in which much differs from the edge; the track is thin.</summary>
    private const string FindHandle = """
        async ([png, upright]) => {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
          context.drawImage(image, 0, 0);
          const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
          const at = (along, across) => 4 * (upright ? along * width + across : across * width + along);
          const found = [];
          for (let along = 0; along < (upright ? height : width); along++) {
            let other = 0;
            for (let across = 0; across < (upright ? width : height); across++)
              if ([0, 1, 2].some(channel => Math.abs(data[at(along, across) + channel] - data[at(along, 0) + channel]) > 40)) other++;
            if (other > 20) found.push(along);
          }
          return found.reduce((sum, along) => sum + along, 0) / found.length + 0.5;
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_handle_of_a_slider_stands_on_the_line_of_its_value(bool upright)
    {
        using var maker = new TestMaker(await application.ServerAsync());
        var path = await maker.PublishAsync([await maker.TrialsAsync("mushra")]);
        await using var watched = await application.OpenAsync(upright ? View.Wide : View.Narrow, hasKey: false);
        var listener = new ListenPage(watched);
        await listener.EnterAsync(path);
        await listener.ExpectReadyAsync();
        await listener.HearByKeyAsync("a", "A");
        var slider = listener.Slider("A");
        var blank = await watched.Page.Context.NewPageAsync();
        foreach (var value in (int[])[0, 20, 60, 80, 100])
        {
            await slider.FillAsync($"{value}");
            await Assertions.Expect(slider).ToHaveValueAsync($"{value}");
            var box = (await slider.BoundingBoxAsync())!;
            var handle = await blank.EvaluateAsync<double>(FindHandle, new object[] { Convert.ToBase64String(await slider.ScreenshotAsync()), upright });
            var line = await slider.EvaluateAsync<double>(
                "(slider, [at, upright]) => [...slider.closest('.board-track').querySelectorAll('.board-lines i')].filter(line => Math.abs(line.style.getPropertyValue('--at') - at) < 1e-6).map(line => upright ? line.getBoundingClientRect().top : line.getBoundingClientRect().left)[0]",
                new object[] { value / 100.0, upright });
            Assert.InRange(handle + (upright ? box.Y : box.X) - line, -2, 2);
        }
        await blank.CloseAsync();
        watched.AssertQuiet();
    }
}
