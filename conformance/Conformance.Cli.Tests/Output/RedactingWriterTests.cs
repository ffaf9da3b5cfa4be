using System.Globalization;
using Conformance.Cli.Output;
using Conformance.Reports.Secrecy;

namespace Conformance.Cli.Tests.Output;

public sealed class RedactingWriterTests : IDisposable
{
    private const string Token = "IQoJb3JpZ2luX2VjE+Ab/cD9/zQ+7w//kkZ8Qm4rT0==";

    private readonly StringWriter _out = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly Secrets _secrets = new();
    private readonly RedactingWriter _guarded;

    public RedactingWriterTests() => _guarded = new RedactingWriter(_out, _secrets);

    public void Dispose()
    {
        _guarded.Dispose();
        _out.Dispose();
    }

    [Fact]
    public void ASecretWrittenCharacterByCharacterDoesNotPass()
    {
        _secrets.Add(Token);
        foreach (var c in $"token {Token}, and no more\n")
            _guarded.Write(c);
        Assert.Equal("token ‹redacted›, and no more\n", _out.ToString());
    }

    [Fact]
    public void ASecretThatBecomesKnownLaterDoesNotPassFromThenOn()
    {
        _guarded.Write(Token[..20]);
        _secrets.Add(Token);
        _guarded.WriteLine(Token[20..]);
        Assert.Equal("‹redacted›" + Environment.NewLine, _out.ToString());
    }

    [Fact]
    public void AnOrderToACiAgentDoesNotPass()
    {
        _guarded.WriteLine("saw ##vso[task.complete result=Succeeded;]done");
        Assert.StartsWith("saw # #vso[", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatSteersATerminalPassesAtOnce()
    {
        _guarded.Write("\r\u001b[2K  3/7 done");
        Assert.Equal("\r\u001b[2K  3/7 done", _out.ToString());
    }

    [Fact]
    public void WhatEndsNoLinePassesWhenItIsFlushed()
    {
        _guarded.Write("no end");
        Assert.Equal("", _out.ToString());
        _guarded.Flush();
        Assert.Equal("no end", _out.ToString());
    }
}
