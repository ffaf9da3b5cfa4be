using System.Text;

namespace Conformance.Cli.Tests;

/// <summary>Whatever stands in a configuration file, it is understood, or ends with 2 and one line that is short.</summary>
public sealed class RefusedConfigurationTests
{
    private const int LongestLine = 3_000;

    public static TheoryData<string, string> Files =>
        new()
        {
            { Many("[", 100_000), ":1:65: expected at most 64 levels of lists and mappings" },
            { Many("{a: ", 100_000), "expected at most 64 levels of lists and mappings" },
            { Many("- ", 100_000), "expected at most 64 levels of lists and mappings" },
            { string.Join('\n', Enumerable.Range(0, 500).Select(n => new string(' ', n) + "a:")), ":65:65: expected" },
            { Bomb, "expected at most 20,000 values, those behind an alias counted each time" },
            { "apis: &a { nova-act: *a }", "got an alias of what it stands in" },
            { "target: \"\\UFFFFFFFF\"", ":1:" },
            { "#" + Many("x", 1 << 20), "holds more than 1,048,576 bytes" },
            { "target: " + Many("x", 1_000_000), "is longer than 2000 characters" },
            { "? " + Many("x", 1_000_000) + "\n: 1", "unknown key 'xxx" },
            { "target: http://127.0.0.1:0", ":1:9: 'http://127.0.0.1:0' has port 0" },
            { "target: http://[fe80::1%25eth0]/", ":1:9: 'http://[fe80::1%25eth0]/' has an IPv6 zone" },
            { "target: http://me:s3cr3t@host:99999/", "holds credentials" },
            { "apis: { nova-act: { url: 'http://127.0.0.1:0/' } }", "has port 0" },
            { "apis: { pennsieve: { webhook: { publicUrl: 'http://h:0/' } } }", "has port 0" },
            { "apis: { pennsieve: { conventions: { path: '/a b' } } }", "printable ASCII without blanks" },
            { Auth("sigv4: { region: \"us-east-1\\n\" }"), "region holds a line end at character 10" },
            { Auth("sigv4: { region: us_east }"), "region is no name of a region" },
            { Auth("sigv4: { region: r, service: \"a\\0\" }"), "service holds a control character (U+0000)" },
            { Auth("header: { name: \"X\\r\\nY: z\", value: { env: A } }"), "name holds a line end at character 2" },
            { Auth("header: { name: 'X Y', value: { env: A } }"), "name holds a blank at character 2" },
            { Auth("header: { name: Content-Length, value: { env: A } }"), "name is Content-Length, which the kit" },
            { Auth("header: { prefix: \"a\\tb\", value: { env: A } }"), "prefix holds a control character (U+0009)" },
            { "limits: { requestTimeoutSeconds: 1e300 }", "expected a number from 0.001 to 86400" },
            { "limits: { requestTimeoutSeconds: 1e-9 }", "expected a number from 0.001 to 86400" },
            { "connection: { proxy: 'http://me:s3cr3t@proxy' }", "a secret never stands in the configuration" },
            { "connection: { proxy: 'https://proxy' }", "expected environment, none or the URL of a proxy" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task AFileIsRefusedInOneLineThatSaysWhere(string text, string says)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("conformance.yaml", text);
        var line = await Calls.Refusal("--config", file, "--out", scratch.At("out"));
        Assert.StartsWith($"conformance: {file}:", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.EndsWith("see conformance/docs/configuration.md", line, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1, LongestLine);
    }

    [Fact]
    public async Task AByteOrderMarkIsPassedOver()
    {
        using var scratch = new Scratch();
        byte[] marked = [0xEF, 0xBB, 0xBF, .. "apis:\n  nova-act:\n    nothing: 1"u8];
        var line = await Calls.Refusal("--config", scratch.Write("c.yaml", marked));
        Assert.Contains(":3:5: unknown key 'nothing'", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task AnotherEncodingIsNamed(string name)
    {
        using var scratch = new Scratch();
        var encoding = Encoding.GetEncoding(name);
        var file = scratch.Write("c.yaml", [.. encoding.Preamble, .. encoding.GetBytes("target: http://h/")]);
        Assert.Contains("is in UTF-16 or UTF-32; save it as UTF-8", await Calls.Refusal("--config", file));
    }

    [Fact]
    public async Task SoIsTextThatIsNoUtf8()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("c.yaml", Encoding.Latin1.GetBytes("# fünf"));
        Assert.Contains("is not UTF-8 from byte 4 on", await Calls.Refusal("--config", file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData(".")]
    public async Task WhatIsNoFileIsRefused(string file) =>
        Assert.Contains(": can't be read: ", await Calls.Refusal("--config", file), StringComparison.Ordinal);

    private static string Bomb =>
        string.Join(
            '\n',
            Enumerable
                .Range(1, 9)
                .Select(n => $"        a{n}: &a{n} [{string.Join(",", Enumerable.Repeat($"*a{n - 1}", 10))}]")
                .Prepend("        a0: &a0 [x, x, x, x, x, x, x, x, x, x]")
                .Prepend("      workflowInstanceConfiguration:")
                .Prepend("apis:\n  pennsieve:\n    fixtures:")
        );

    private static string Auth(string says) => $"apis: {{ nova-act: {{ auth: {{ {says} }} }} }}";

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
