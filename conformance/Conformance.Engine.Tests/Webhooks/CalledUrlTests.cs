using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class CalledUrlTests
{
    [Theory]
    [InlineData("http://h:1/a/b?x=1#y", "/a/b?x=1")]
    [InlineData("http://h", "/")]
    [InlineData("http://h?x", "/?x")]
    [InlineData("/a?u=http://h/", "/a?u=http://h/")]
    public void PathAndQueryAreTakenAsTheyAre(string url, string target) =>
        Assert.Equal(target, CalledUrl.TargetOf(url));

    [Theory]
    [InlineData("/%7euser/%e4%B8%96", "/~user/%E4%B8%96")]
    [InlineData("/a/./b/../c", "/a/c")]
    [InlineData("/a/%2e%2E/b/.", "/b/")]
    [InlineData("/..", "/")]
    [InlineData("/a//b/", "/a//b/")]
    [InlineData("/a%2fb?q=%2e./../", "/a%2Fb?q=../../")]
    [InlineData("/100%", "/100%")]
    public void NeedlessSpellingIsTakenAway(string target, string normal) =>
        Assert.Equal(normal, CalledUrl.Normal(target));

    [Theory]
    [InlineData("/x?a=1", "/run7/t0ken/x?a=1", "Exact")]
    [InlineData("/x", "http://h/run7/t0ken/x", "Exact")]
    [InlineData("/%7e", "/run7/t0ken/~", "Equivalent")]
    [InlineData("?q=a%2Fb", "/run7/t0ken?q=a/b", "Requoted")]
    [InlineData("?", "/run7/t0ken", "Requoted")]
    [InlineData("/a%2Fb", "/run7/t0ken/a/b", "Another")]
    [InlineData("?q=a%26b", "/run7/t0ken?q=a&b", "Another")]
    [InlineData("?q=a+b", "/run7/t0ken?q=a%20b", "Another")]
    [InlineData("?a&b=", "/run7/t0ken?a=&b=", "Another")]
    [InlineData("?k=1&k=2", "/run7/t0ken?k=2&k=1", "Another")]
    [InlineData("", "/run7/t0ken/", "Another")]
    [InlineData("/A", "/run7/t0ken/a", "Another")]
    public async Task UrlsAreComparedAsReadersOfUrlsDo(string tail, string called, string likeness)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken", form: new CallbackForm(tail));
        var delivery = new Delivery(default, "POST", called, [], default);
        Assert.Equal(likeness, CalledUrl.LikenessOf(delivery, callback, isBehindSomething: false).ToString());
    }

    [Fact]
    public async Task ATunnelMayPutSomethingInFront()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken", form: new CallbackForm("/x"));
        var delivery = new Delivery(default, "POST", "/base/run7/t0ken/x", [], default);
        Assert.Equal(CalledUrlLikeness.Exact, CalledUrl.LikenessOf(delivery, callback, isBehindSomething: true));
        Assert.Equal(CalledUrlLikeness.Another, CalledUrl.LikenessOf(delivery, callback, isBehindSomething: false));
    }

    [Theory]
    [InlineData("/run7/t0ken/x/y?z")]
    [InlineData("/run7/t0ken")]
    [InlineData("/RUN7/T0KEN/X")]
    public async Task WhateverStandsBehindTheTokenBelongsToACallbackWithAForm(string path)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken", form: new CallbackForm("/x"));
        Assert.Equal($"{receiving.Receiver.CallbackBase}/t0ken/x", callback.Address);
        Assert.Equal(200, await receiving.Post(new Uri(receiving.Receiver.PublicUrl, path)));
        Assert.Equal(path, Assert.Single(callback.Deliveries).Target);
    }

    [Fact]
    public async Task ThePublicHostIsWrittenInCapitals()
    {
        await using var receiving = await Receiving.Started(o =>
            o with
            {
                PublicUrl = new Uri("https://tunnel.example/base"),
            }
        );
        var callback = receiving.Receiver.Open("t0ken", form: CallbackForm.Plain with { IsInCapitals = true });
        Assert.Equal("HTTPS://TUNNEL.EXAMPLE/base/run7/t0ken", callback.Address);
    }
}
