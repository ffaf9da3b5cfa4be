using System.Diagnostics;
using System.Text;

namespace Conformance.Reports.Tests.Samples;

/// <summary>The real shell, as the judge of our quoting.</summary>
internal static class Bash
{
    /// <summary>Bytes that the script writes; it gets nothing to read.</summary>
    public static byte[] Run(string script)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no /bin/bash on this machine: quoting was not checked against it");
        using var bash = Process.Start(
            new ProcessStartInfo("/bin/bash", ["--norc", "--noprofile", "-s"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            }
        )!;
        bash.StandardInput.Write(script);
        bash.StandardInput.Close();
        using var output = new MemoryStream();
        bash.StandardOutput.BaseStream.CopyTo(output);
        bash.WaitForExit();
        return output.ToArray();
    }
}
