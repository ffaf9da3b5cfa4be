using System.Text;
using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Scripted;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Configuration;

public sealed class SecretSourceTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void AVariableIsReadAsItStands() =>
        Assert.Equal("s 3~!", new SecretSource("TOKEN", null).Read(SecretUse.InHeader, Only("TOKEN", "s 3~!")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void AVariableThatIsNotSetIsAskedFor(string? value) =>
        Assert.Equal("the environment variable TOKEN is not set; export it", RefusalOfVariable(value));

    [Theory]
    [InlineData("s3cr3t")]
    [InlineData("s3cr3t\n")]
    [InlineData("s3cr3t\r\n")]
    [InlineData("\uFEFFs3cr3t\n")]
    public void AFileIsReadWithoutItsLastLineEndAndItsByteOrderMark(string text) =>
        Assert.Equal("s3cr3t", ReadFile(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void AnEmptyFileHoldsNoSecret(string text)
    {
        var refused = Assert.Throws<ConfigurationException>(() => ReadFile(Encoding.UTF8.GetBytes(text)));
        Assert.EndsWith("is empty; write the secret into it", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3cr3t\n\n", "holds a line end at character 7")]
    [InlineData("two\nlines\n", "holds a line end at character 4")]
    [InlineData("two\r\nlines", "holds a line end at character 4")]
    [InlineData("a\tb", "holds a control character (U+0009) at character 2")]
    [InlineData("abc\0", "holds a control character (U+0000) at character 4")]
    [InlineData("ab\u007F", "holds a control character (U+007F) at character 3")]
    [InlineData("ab\u0085", "holds a control character (U+0085) at character 3")]
    [InlineData("pässword", "holds a character outside ASCII at character 2")]
    [InlineData(" s3cr3t", "begins with a blank")]
    [InlineData("s3cr3t ", "ends with a blank")]
    public void WhatNoHeaderCanCarryIsNamedAndNotRepeated(string text, string says)
    {
        var refused = Assert.Throws<ConfigurationException>(() => ReadFile(Encoding.UTF8.GetBytes(text)));
        Assert.Contains($"secret {says}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Trim(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileInAnotherEncodingIsNamed()
    {
        var wide = Encoding.Unicode.GetBytes("\uFEFFs3cr3t\r\n");
        Assert.EndsWith(
            "is in UTF-16 or UTF-32; save it as UTF-8",
            Assert.Throws<ConfigurationException>(() => ReadFile(wide)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("nowhere/token")]
    [InlineData("a\0b")]
    [InlineData(".")]
    public void AFileThatCanNotBeReadIsNamed(string file)
    {
        var source = new SecretSource(null, file);
        var refused = Assert.Throws<ConfigurationException>(() => source.Read(SecretUse.InHeader, _ => "s"));
        Assert.Matches(@"\Athe secret's file \S+ can't be read: ", refused.Message);
    }

    [Fact]
    public void TheNameOfALongVariableIsShortened() =>
        Assert.InRange(
            Assert
                .Throws<ConfigurationException>(() =>
                    new SecretSource(new string('X', 1_000_000), null).Read(SecretUse.InHeader, _ => null)
                )
                .Message.Length,
            1,
            300
        );

    [Theory]
    [InlineData(SecretUse.AccessKeyId, "AKIA/EXAMPLE", "holds / at character 5, which can't stand there")]
    [InlineData(SecretUse.AccessKeyId, "AKIA,EXAMPLE", "holds , at character 5, which can't stand there")]
    [InlineData(SecretUse.AccessKeyId, "AKIA=EXAMPLE", "holds = at character 5, which can't stand there")]
    [InlineData(SecretUse.AccessKeyId, "AKIA EXAMPLE", "holds a blank at character 5, which can't stand there")]
    [InlineData(SecretUse.AccessKeyId, "ÄKIA", "holds a character outside ASCII at character 1")]
    [InlineData(SecretUse.UserName, "me:and", "holds : at character 3, which can't stand there")]
    [InlineData(SecretUse.Password, "pass\nword", "holds a line end at character 5")]
    [InlineData(SecretUse.ProxyUrl, "http://p\r\n", "holds a line end at character 9")]
    public void EachUseRefusesWhatEndsIt(SecretUse use, string value, string says) =>
        Assert.Contains(says, RefusalOfVariable(value, use), StringComparison.Ordinal);

    [Theory]
    [InlineData(SecretUse.AccessKeyId, "AKIA-EXAMPLE_1.2@x:3")]
    [InlineData(SecretUse.UserName, "Jürgen / me")]
    [InlineData(SecretUse.Password, " pä:ss, wörd=😀 ")]
    public void EachUseTakesWhatItCanCarry(SecretUse use, string value) =>
        Assert.Equal(value, new SecretSource("V", null).Read(use, Only("V", value)));

    [Fact]
    public void HalfACharacterIsNoPassword() =>
        Assert.Contains(
            "holds half a character at character 2",
            RefusalOfVariable("a\ud800b", SecretUse.Password),
            StringComparison.Ordinal
        );

    [Fact]
    public void AControlCharacterAnywhereIsRefusedInOneLineThatDoesNotHoldTheSecret() =>
        Prop.ForAll(
                Arb.From(
                    from use in Gen.Elements(Enum.GetValues<SecretUse>())
                    from control in Gen.Elements(Controls)
                    from secret in Gen.Elements(Printable).ArrayOf(24)
                    from at in Gen.Choose(0, secret.Length)
                    select (use, new string(secret).Insert(at, control.ToString()), control, at)
                ),
                sample =>
                {
                    var (use, secret, control, at) = sample;
                    var message = RefusalOfVariable(secret, use);
                    Assert.StartsWith("the environment variable TOKEN holds a ", message, StringComparison.Ordinal);
                    Assert.Contains($" at character {at + 1};", message, StringComparison.Ordinal);
                    Assert.DoesNotContain(secret.Replace(control.ToString(), ""), message, StringComparison.Ordinal);
                    Assert.DoesNotContain(message, char.IsControl);
                }
            )
            .Holds(300);

    private static readonly char[] Controls =
    [
        .. Enumerable.Range(0, 0x20).Append(0x7F).Concat(Enumerable.Range(0x80, 0x20)).Select(c => (char)c),
    ];

    private static readonly char[] Printable = [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)];

    private static string RefusalOfVariable(string? value, SecretUse use = SecretUse.InHeader) =>
        Assert
            .Throws<ConfigurationException>(() => new SecretSource("TOKEN", null).Read(use, Only("TOKEN", value)))
            .Message;

    private static Func<string, string?> Only(string variable, string? value) =>
        name => name == variable ? value : null;

    private string ReadFile(byte[] bytes)
    {
        var file = Path.Combine(directory.FullName, "secret");
        File.WriteAllBytes(file, bytes);
        return new SecretSource(null, file).Read(SecretUse.InHeader, _ => null);
    }
}
