using Conformance.Reference.Http;
using FsCheck;
using FsCheck.Xunit;

namespace Conformance.Reference.Tests.Http;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("/", "")]
    [InlineData("/a/b", "a|b")]
    [InlineData("/a//b/", "a||b|")]
    [InlineData("/a%2Fb", "a/b")]
    [InlineData("/%2561", "%61")]
    [InlineData("/a+b", "a+b")]
    [InlineData("/./..", ".|..")]
    [InlineData("/%C3%A9", "é")]
    [InlineData("http://host:1/a?x=1", "a")]
    [InlineData("http://host", "<none>")]
    [InlineData("*", "<none>")]
    [InlineData("/%zz", "<broken>")]
    [InlineData("/%", "<broken>")]
    [InlineData("/%4", "<broken>")]
    [InlineData("/%ff", "<broken>")]
    [InlineData("/%c0%af", "<broken>")]
    public void ThePathIsSplitAndThenDecodedOnce(string raw, string expected)
    {
        var segments = RequestTarget.Read(raw).Segments;
        var text = string.Join('|', segments.Select(s => s ?? "<broken>"));
        Assert.Equal(expected, segments.IsEmpty ? "<none>" : text);
    }

    [Fact]
    public void TheQueryKeepsOrderAndRepetition()
    {
        var query = RequestTarget.Read("/?b=2&a=%31&&b&c=d=e").Query;
        Assert.Equal("b:2 a:1 b: c:d=e", string.Join(' ', query.Select(p => $"{p.Key}:{p.Value}")));
    }

    [Property]
    public bool EncodingAndDecodingGiveTheSameTextBack(NonNull<UnicodeString> text) =>
        text.Get.Get is null || PercentEncoding.Decode(PercentEncoding.Encode(text.Get.Get)) == Whole(text.Get.Get);

    /// <summary>Half a surrogate pair has no octets: UTF-8 writes the replacement character for it.</summary>
    private static string Whole(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
