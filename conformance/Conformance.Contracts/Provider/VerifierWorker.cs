using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Conformance.Contracts.Native;

namespace Conformance.Contracts.Provider;

/// <summary>One process that verifies, as long as it lives.</summary>
internal sealed class VerifierWorker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly AnonymousPipeServerStream _responses;
    private readonly StreamWriter _calls;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<int, TaskCompletionSource<VerifierResponse>> _open = [];
    private readonly Task _reading;
    private string _lastError = "";
    private bool _isLost;
    private bool _isGivenUp;
    private bool _isDisposed;
    private int _last;

    private VerifierWorker(Process process, AnonymousPipeServerStream responses)
    {
        _process = process;
        _responses = responses;
        _calls = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(false));
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => _lastError = line.Data is { Length: > 0 } text ? text : _lastError;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _reading = Read();
    }

    /// <exception cref="VerifierLostException">It can't be started.</exception>
    public static VerifierWorker Start(Func<string, ProcessStartInfo> start)
    {
        var responses = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        try
        {
            var info = start(responses.GetClientHandleAsString());
            foreach (var (name, value) in VerifierEnvironment.Variables)
                info.Environment[name] = value;
            info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
            var process = Process.Start(info)!;
            responses.DisposeLocalCopyOfClientHandle();
            return new VerifierWorker(process, responses);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            responses.Dispose();
            throw new VerifierLostException($"the process for Pact's verifier can't be started: {e.Message}", e);
        }
    }

    /// <summary>Has a task done; null where it takes no more. A task that is cancelled makes it take no more.</summary>
    /// <exception cref="VerifierLostException">It was lost meanwhile.</exception>
    public Task<VerifierResponse>? Take(VerifierTask task, CancellationToken cancel)
    {
        var response = new TaskCompletionSource<VerifierResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_isLost || _isGivenUp)
                return null;
            _open.Add(++_last, response);
            return ResponseTo(new VerifierCall(_last, task, null, null), response.Task, cancel);
        }
    }

    /// <summary>Closes its input, which ends it; one that has something to do, whoever waits for it, is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            if (_isGivenUp || _open.Count > 0)
                _process.Kill();
        await _turn.WaitAsync();
        try
        {
            await _calls.DisposeAsync();
        }
        catch (IOException)
        {
            // Gone already.
        }
        await _process.WaitForExitAsync();
        await _reading;
        await _responses.DisposeAsync();
        _turn.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            _process.Dispose();
        }
    }

    private async Task<VerifierResponse> ResponseTo(
        VerifierCall call,
        Task<VerifierResponse> response,
        CancellationToken cancel
    )
    {
        try
        {
            await Send(call, cancel).WaitAsync(cancel);
            return await response.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            GiveUp(call.Id);
            throw;
        }
    }

    private async Task Send(VerifierCall call, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await _calls.WriteLineAsync(call.ToLine());
            await _calls.FlushAsync(cancel);
        }
        catch (IOException)
        {
            // It is lost: whoever reads its responses says so.
        }
        finally
        {
            _turn.Release();
        }
    }

    // Nobody can end a task alone, so it ends with its process, once nobody waits for another.
    private void GiveUp(int id)
    {
        lock (_lock)
        {
            _isGivenUp = true;
            _open.Remove(id);
            EndIfIdle();
        }
    }

    private void EndIfIdle()
    {
        if (_isGivenUp && _open.Count == 0 && !_isDisposed)
            _process.Kill();
    }

    private async Task Read()
    {
        // Another process, started in the same moment, may hold the pipe open: its end is no sure sign.
        using var exited = new CancellationTokenSource();
        var exit = _process
            .WaitForExitAsync(CancellationToken.None)
            .ContinueWith(_ => exited.CancelAsync(), TaskScheduler.Default);
        using var reader = new StreamReader(_responses, leaveOpen: true);
        try
        {
            while (await reader.ReadLineAsync(exited.Token) is { } line)
                Settle(VerifierCall.Parse(line));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It ended.
        }
        await exit;
        lock (_lock)
        {
            _isLost = true;
            foreach (var open in _open.Values)
                open.TrySetException(Lost());
            _open.Clear();
        }
    }

    private void Settle(VerifierCall response)
    {
        lock (_lock)
        {
            if (!_open.Remove(response.Id, out var open))
                return;
            if (response.Response is { } said)
                open.TrySetResult(said);
            else
                open.TrySetException(new VerifierLostException($"Pact's verifier failed: {response.Fault}"));
            EndIfIdle();
        }
    }

    /// <summary>That it ended before its work was done.</summary>
    public VerifierLostException Lost() =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the process of Pact's verifier ended early, with {(_process.HasExited ? _process.ExitCode : 0)}: {_lastError}"
            )
        );
}
