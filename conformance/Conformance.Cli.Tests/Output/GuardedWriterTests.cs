using System.Text;
using Conformance.Cli.Output;

namespace Conformance.Cli.Tests.Output;

/// <summary>A stream that takes no more text ends nothing; whether the text is missed decides on the exit code.</summary>
public sealed class GuardedWriterTests
{
    public static TheoryData<Exception, string?> Faults =>
        new()
        {
            { new IOException("No space left on device."), "No space left on device" },
            { new UnauthorizedAccessException("Access to the path is denied."), null },
            { new ObjectDisposedException("stream"), null },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void WhatCanNotBeWrittenIsDroppedAndRememberedWhereItIsMissed(Exception fault, string? lost)
    {
        using var writer = new GuardedWriter(new Failing(fault));
        writer.WriteLine("a line");
        writer.Write('c');
        writer.Write("text");
        writer.WriteLine();
        writer.Flush();
        Assert.Equal(lost, writer.Lost);
    }

    [Fact]
    public void WhatCanBeWrittenIs()
    {
        using var stream = new StringWriter { NewLine = "\n" };
        using var writer = new GuardedWriter(stream) { NewLine = "\n" };
        writer.Write("a");
        writer.Write('b');
        writer.WriteLine("c");
        Assert.Equal("abc\n", stream.ToString());
        Assert.Null(writer.Lost);
    }

    [Theory]
    [InlineData(3, "list", "--ids")]
    [InlineData(2, "list", "--bogus")]
    public async Task OutputThatIsMissedIsNotSuccess(int exitCode, params string[] args)
    {
        using var console = new RecordedConsole(new Dictionary<string, string>());
        using var full = new GuardedWriter(new Failing(new IOException("No space left on device")));
        var terminal = console.Terminal with { Out = Terminal.Console(full, isRedirected: true) };
        Assert.Equal(exitCode, await CommandLine.Run(args, terminal, TestContext.Current.CancellationToken));
        var line = Assert.Single(console.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("conformance: ", line, StringComparison.Ordinal);
    }

    private sealed class Failing(Exception fault) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw fault;

        public override void Flush() => throw fault;
    }
}
